package dev.selfsame.server.setting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What people are told of a setting. Its name, most types and its default are read from the code;
 * the table in {@code docs/configuration.md} is made of all of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What it does, in Markdown on one line; links start at {@code docs/}. */
    String meaning();

    /**
     * Which values are taken: {@code LEAST..MOST}, {@code >= LEAST} or {@code up to MOST} of
     * numbers, durations or names of settings beside it; names in back quotes; or words.
     */
    String range() default "";

    /** What a number counts. */
    String unit() default "";

    /** Where the Java type says too little. */
    String type() default "";

    /** What holds where it is not set and has no default. */
    String otherwise() default "none";
}
