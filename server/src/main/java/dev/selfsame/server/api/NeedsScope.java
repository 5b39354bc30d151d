package dev.selfsame.server.api;

import dev.selfsame.server.tenant.Scope;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a caller's key must allow before a route is entered or a byte of its body is read. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsScope {
    /** The scope; where there are several, one of them is enough. */
    Scope[] value();
}
