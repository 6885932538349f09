package io.jianmi.core.paging;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list that is short by nature: without {@code limit} and {@code after} it is answered whole, with them page by page as any other
 * list is. The resource makes all of it and {@link WholeLists} cuts it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeList {}
