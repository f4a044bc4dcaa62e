package nl.poort25.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.persistence.PersistenceException;
import jakarta.resource.spi.ResourceAllocationException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultTest {
  private static Throwable wrapped(String state) {
    return new PersistenceException("could not execute", new SQLException("it says", state));
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53100", "90098", "90121", "90031"})
  void isAwayWhenItIsGoneOrHasNoRoom(String state) {
    assertEquals(DatabaseFault.AWAY, DatabaseFault.of(wrapped(state)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"55P03", "HYT00", "57014", "53300"})
  void isBusyWhenAStatementHadToWaitTooLong(String state) {
    assertEquals(DatabaseFault.BUSY, DatabaseFault.of(wrapped(state)));
  }

  @Test
  void isBusyWhenThePoolHasNoConnectionToGive() {
    var fault = new SQLException("Error in allocating", new ResourceAllocationException("max"));
    assertEquals(DatabaseFault.BUSY, DatabaseFault.of(fault));
  }

  @Test
  void isAwayWhereThePoolCannotMakeAConnection() {
    var refused = new SQLException("refused", "08001");
    var fault = new SQLException("Error in allocating", new ResourceAllocationException(refused));
    assertEquals(DatabaseFault.AWAY, DatabaseFault.of(fault));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "40P01", "22001", "42601", "90131"})
  void isNoneWhereTheStatementOrTwoPeopleAreAtFault(String state) {
    assertNull(DatabaseFault.of(wrapped(state)));
  }

  @Test
  void isNoneOfTheOthers() {
    assertNull(DatabaseFault.of(new IllegalStateException()));
    assertNull(DatabaseFault.of(null));
  }
}
