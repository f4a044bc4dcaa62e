package nl.poort25.database;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Beans as a container would make them, for what they ask of one database: an interface that is not
 * given stays null.
 */
public final class Wired {
  private final EntityManager em;
  private final Map<Class<?>, Object> beans = new HashMap<>();
  private Function<Class<?>, Optional<Class<?>>> implementations = type -> Optional.empty();

  public Wired(EntityManager em) {
    this.em = em;
  }

  /** One that is made otherwise, or that stands for another. */
  public <T> Wired with(Class<T> type, T bean) {
    beans.put(type, bean);
    return this;
  }

  /**
   * @param found the class that implements an interface, where one does
   */
  public Wired withImplementations(Function<Class<?>, Optional<Class<?>>> found) {
    implementations = found;
    return this;
  }

  public <T> T get(Class<T> type) {
    return type.cast(bean(type));
  }

  private Object bean(Class<?> type) {
    var known = beans.get(type);
    if (known != null) {
      return known;
    }
    if (type.isInterface()) {
      return implementations.apply(type).map(this::bean).orElse(null);
    }
    try {
      var constructor = constructor(type);
      constructor.setAccessible(true);
      var bean =
          constructor.newInstance(
              Arrays.stream(constructor.getParameterTypes()).map(this::bean).toArray());
      beans.put(type, bean);
      for (Field field : type.getDeclaredFields()) {
        inject(bean, field);
      }
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type, e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
    for (var constructor : type.getDeclaredConstructors()) {
      if (constructor.isAnnotationPresent(Inject.class)) {
        return constructor;
      }
    }
    return type.getDeclaredConstructor();
  }

  private void inject(Object bean, Field field) throws IllegalAccessException {
    field.setAccessible(true);
    if (field.isAnnotationPresent(PersistenceContext.class)) {
      field.set(bean, em);
    } else if (field.isAnnotationPresent(Inject.class)) {
      field.set(bean, bean(field.getType()));
    }
  }
}
