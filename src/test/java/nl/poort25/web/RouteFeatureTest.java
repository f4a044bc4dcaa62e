package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteFeatureTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "/domains, '', /domains",
        "/domains, /{id: \\d{1;18}}, /domains/{id}",
        "tickets, {id: \\d{1;18}}/files/{file : \\d+}, /tickets/{id}/files/{file}",
        "/, '', /",
        "/backoffice/, /points/{id}/, /backoffice/points/{id}",
        "/password-reset, /{token}, /password-reset/{token}",
      })
  void itIsThePathOfItsResourceWithoutPatterns(String ofClass, String ofMethod, String route) {
    String method = ofMethod.replace("''", "").replace(';', ',');
    assertEquals(route, RouteFeature.route(ofClass, method));
  }
}
