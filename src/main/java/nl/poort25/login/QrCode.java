package nl.poort25.login;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code that a template draws inline, so that no image address carries the secret and the CSP
 * stays strict.
 *
 * @param size width and height of the view box, with the quiet zone that ISO 18004 asks for
 * @param path the dark modules as the {@code d} of one SVG path; the ground must be light
 */
public record QrCode(int size, String path) {
  private static final int QUIET = 4;

  /** Level M is what printers and screens of doubtful quality need, and keeps modules large. */
  static QrCode of(String text) {
    BitMatrix modules;
    try {
      var hints =
          Map.of(
              EncodeHintType.ERROR_CORRECTION,
              ErrorCorrectionLevel.M,
              EncodeHintType.CHARACTER_SET,
              "UTF-8",
              EncodeHintType.MARGIN,
              QUIET);
      modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
    var path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (!modules.get(x, y)) {
          continue;
        }
        int start = x;
        while (modules.get(x, y)) {
          x++; // the quiet zone ends every run
        }
        path.append("M%d %dh%dv1h-%dz".formatted(start, y, x - start, x - start));
      }
    }
    return new QrCode(modules.getWidth(), path.toString());
  }
}
