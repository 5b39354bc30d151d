package dev.selfsame.server.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route whose requests are counted for the tenant and key that sent them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Metered {
    /** The operation's name, such as {@code bioservices.match}. */
    String value();

    /** Whether the answer waits for somebody, so that its time says nothing about the server. */
    boolean waits() default false;
}
