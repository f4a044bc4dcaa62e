package nl.poort25.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import nl.poort25.account.Totp;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final String URI =
      Totp.generate().uri("Poort 25 RoutIT", "een.lange.naam@partner-met-een-lange-naam.example");

  @Test
  void isReadBackAsWhatItHolds() throws Exception {
    assertEquals(URI, read(QrCode.of(URI)));
  }

  @Test
  void readsTheNameInAnyScript() throws Exception {
    assertEquals("é€日本", read(QrCode.of("é€日本")));
  }

  @Test
  void leavesTheQuietZoneFree() {
    var code = QrCode.of(URI);
    for (var run = RUN.matcher(code.path()); run.find(); ) {
      int x = Integer.parseInt(run.group(1));
      int y = Integer.parseInt(run.group(2));
      int width = Integer.parseInt(run.group(3));
      assertTrue(x >= 4 && x + width <= code.size() - 4, run.group());
      assertTrue(y >= 4 && y < code.size() - 4, run.group());
    }
  }

  @Test
  void isSmallAndHoldsNothingButAPath() {
    var code = QrCode.of(URI);
    assertTrue(code.path().matches("(M\\d+ \\d+h\\d+v1h-\\d+z)++"));
    assertTrue(code.path().length() < 20_000);
  }

  @Test
  void refusesWhatDoesNotFit() {
    String long3000 = "a".repeat(3_000);
    assertThrows(IllegalArgumentException.class, () -> QrCode.of(long3000));
  }

  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

  /** Draws the path, as a browser would, and reads it as a telephone would. */
  private static String read(QrCode code) throws Exception {
    int scale = 4;
    int width = code.size() * scale;
    var pixels = new int[width * width];
    Arrays.fill(pixels, 0xffffff);
    for (var run = RUN.matcher(code.path()); run.find(); ) {
      int x = Integer.parseInt(run.group(1)) * scale;
      int y = Integer.parseInt(run.group(2)) * scale;
      int length = Integer.parseInt(run.group(3)) * scale;
      for (int row = y; row < y + scale; row++) {
        Arrays.fill(pixels, row * width + x, row * width + x + length, 0);
      }
    }
    var image = new HybridBinarizer(new RGBLuminanceSource(width, width, pixels));
    return new QRCodeReader().decode(new BinaryBitmap(image)).getText();
  }
}
