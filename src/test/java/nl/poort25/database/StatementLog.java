package nl.poort25.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** A data source that remembers each statement that was sent, with its parameters. */
public final class StatementLog {
  private final List<Sent> sent = new ArrayList<>();

  /**
   * @param setters how its parameters were set
   */
  public record Sent(String sql, List<Setter> setters) {
    public boolean isQuery() {
      return sql.startsWith("select") || sql.startsWith("with") || sql.startsWith("(");
    }

    /** The same statement behind those words, with the same parameters. */
    PreparedStatement prepared(Connection connection, String before) throws SQLException {
      var statement = connection.prepareStatement(before + sql);
      for (var setter : setters) {
        invoke(setter.method(), statement, setter.arguments().toArray());
      }
      return statement;
    }
  }

  /** One call that set a parameter. */
  record Setter(Method method, List<Object> arguments) {}

  DataSource watching(DataSource source) {
    return proxy(
        DataSource.class,
        (self, method, arguments) -> {
          Object result = invoke(method, source, arguments);
          return result instanceof Connection connection ? watched(connection) : result;
        });
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          Object result = invoke(method, connection, arguments);
          return result instanceof PreparedStatement statement
              ? watched(statement, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement watched(PreparedStatement statement, String sql) {
    var setters = new ArrayList<Setter>();
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            sent.add(new Sent(sql, List.copyOf(setters)));
          } else if (method.getName().startsWith("set")
              && method.getDeclaringClass() == PreparedStatement.class) {
            setters.add(new Setter(method, Arrays.asList(arguments)));
          }
          return invoke(method, statement, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Method method, Object target, Object... arguments)
      throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What was sent since this was asked the last time. */
  public List<Sent> take() {
    var all = List.copyOf(sent);
    sent.clear();
    return all;
  }
}
