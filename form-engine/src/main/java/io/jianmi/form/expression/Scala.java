package io.jianmi.form.expression;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between the collections and numbers of feel-engine's Scala library and those of the JDK. */
final class Scala {

    private Scala() {}

    static <T> List<T> list(camundajar.impl.scala.collection.immutable.List<T> items) {
        return List.copyOf(CollectionConverters.asJava(items));
    }

    static <T> camundajar.impl.scala.collection.immutable.List<T> list(List<T> items) {
        return CollectionConverters.asScala(items).toList();
    }

    static <K, V> camundajar.impl.scala.collection.immutable.Map<K, V> map(Map<K, V> entries) {
        return camundajar.impl.scala.collection.immutable.Map.from(CollectionConverters.asScala(entries));
    }

    static <K, V> Tuple2<K, V> pair(K first, V second) {
        return new Tuple2<>(first, second);
    }

    static camundajar.impl.scala.math.BigDecimal number(BigDecimal value) {
        return camundajar.impl.scala.math.BigDecimal.exact(value);
    }

    /** A result of feel-engine as plain Java: BigDecimal, String, Boolean, java.time values, List, Map or null. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof camundajar.impl.scala.math.BigDecimal number) {
            return number.bigDecimal();
        }
        if (value instanceof camundajar.impl.scala.collection.immutable.List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            for (Object item : CollectionConverters.asJava(list)) {
                items.add(plain(item));
            }
            return items;
        }
        if (value instanceof camundajar.impl.scala.collection.Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            CollectionConverters.asJava(map).forEach((key, entry) -> entries.put(String.valueOf(key), plain(entry)));
            return entries;
        }
        return value;
    }
}
