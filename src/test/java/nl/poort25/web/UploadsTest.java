package nl.poort25.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import nl.poort25.setting.Settings;
import org.junit.jupiter.api.Test;

/** The body is read from what JAX-RS hands over, never from the request. */
class UploadsTest {
  private final Uploads uploads = new Uploads(new Settings(key -> Optional.empty()));

  private static HttpServletRequest request(String type, long length) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            UploadsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getContentType" -> type;
                  case "getContentLengthLong" -> length;
                  case "getServletPath" -> "/tickets/12/updates";
                  case "getPathInfo" -> null;
                  default -> throw new AssertionError("the request is asked for " + method);
                });
  }

  private Upload read(String type, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    return uploads.read(request(type, bytes.length), new ByteArrayInputStream(bytes));
  }

  private Upload encoded(String body) throws IOException {
    return read("application/x-www-form-urlencoded", body);
  }

  @Test
  void readsAnEncodedForm() throws IOException {
    var form =
        encoded("text=%C3%89%C3%A9n+regel%0D%0A&article=A4_5&article=A4_7&empty=&alone&a=b=c");
    assertEquals("Één regel\r\n", form.text("text"));
    assertEquals(List.of("A4_5", "A4_7"), form.texts("article"));
    assertEquals("", form.text("empty"));
    assertEquals("", form.text("alone"));
    assertEquals("b=c", form.text("a"));
    assertEquals(0, encoded("").fields().size());
    assertEquals(1, encoded("&&a=1&").fields().size());
  }

  @Test
  void readsAFormInParts() throws IOException {
    String part = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nÉén\r\n";
    var form = read("multipart/form-data; boundary=x", part + "--x--\r\n");
    assertEquals("Één", form.text("text"));
  }

  /** In the container a 400; here is no Jakarta REST that could make one. */
  @Test
  void refusesWhatIsCutOffOrNotEncoded() {
    assertThrows(RuntimeException.class, () -> encoded("text=%zz"));
    assertThrows(RuntimeException.class, () -> encoded("text=%C"));
    var cut = new ByteArrayInputStream("ext=x".getBytes(UTF_8));
    var request = request("application/x-www-form-urlencoded", 6);
    assertThrows(RuntimeException.class, () -> uploads.read(request, cut));
    assertThrows(
        RuntimeException.class, () -> read("multipart/form-data; boundary=x", "--x\r\nhalf"));
  }

  @Test
  void filesAreTakenAtThePathsThatSaySoOnly() {
    for (String path :
        List.of(
            "/tickets/12/updates",
            "/backoffice/tickets/12/updates",
            "/backoffice/prefixes/imports",
            "/backoffice/connections/imports",
            "/backoffice/exemptions/imports",
            "/backoffice/domains/imports",
            "/backoffice/abuse/reports")) {
      assertTrue(uploads.acceptsFilesAt(path), path);
    }
    for (String path :
        List.of(
            "/tickets/12",
            "/tickets/x/updates",
            "/domains/new",
            "/x/tickets/12/updates",
            "/backoffice/domains/imports/1/application",
            "/backoffice/abuse/reports/1/case",
            "")) {
      assertFalse(uploads.acceptsFilesAt(path), path);
    }
  }

  @Test
  void everyPathHasItsOwnLimit() {
    assertEquals(256 * 1024, uploads.largestBody("/domains/new"));
    assertEquals((256 + 5 * 10240) * 1024, uploads.largestBody("/tickets/12/updates"));
    assertEquals((256 + 2 * 1000) * 1024, uploads.largestBody("/backoffice/domains/imports"));
    assertEquals((256 + 2 * 10240) * 1024, uploads.largestBody("/backoffice/abuse/reports"));
  }

  @Test
  void aLimitThatNoMachineHoldsStopsTheStart() {
    for (String key : List.of("poort25.file.largest.kilobytes", "poort25.report.file.kilobytes")) {
      var settings =
          new Settings(asked -> asked.equals(key) ? Optional.of("900000") : Optional.empty());
      var told = assertThrows(IllegalStateException.class, () -> new Uploads(settings));
      assertTrue(told.getMessage().contains(key), told.getMessage());
    }
  }
}
