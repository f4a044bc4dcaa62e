package nl.poort25.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/** A JDBC connection whose {@code isValid} is answered by a check of our own. */
final class CheckedConnection<C extends Connection> implements InvocationHandler {
  /** Whether a connection is still good, found out in seconds. */
  @FunctionalInterface
  interface Check<C> {
    boolean passes(C connection) throws SQLException;
  }

  private final C connection;
  private final Check<? super C> check;

  private CheckedConnection(C connection, Check<? super C> check) {
    this.connection = connection;
    this.check = check;
  }

  static <C extends Connection> Connection of(C connection, Check<? super C> check) {
    return (Connection)
        Proxy.newProxyInstance(
            CheckedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new CheckedConnection<>(connection, check));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("isValid")) {
      return check.passes(connection);
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
