package dev.selfsame.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.util.List;
import java.util.Objects;

/** Lets nobody into a route that does not say who may enter. */
final class AccessInterceptor implements HandlerInterceptor {

    private final Access access;

    AccessInterceptor(Access access) {
        this.access = Objects.requireNonNull(access, "access");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route)) {
            throw new IllegalStateException("a route without a method: " + handler);
        }
        if (namesMethodsAlone(route)) {
            return true;
        }
        NeedsScope needs = route.getMethodAnnotation(NeedsScope.class);
        if (needs != null) {
            access.requireAny(request, List.of(needs.value()));
        } else if (!route.hasMethodAnnotation(OpenToAll.class)) {
            throw new IllegalStateException("the route " + route + " does not say who may enter");
        }
        return true;
    }

    /** Spring's own answer to OPTIONS, which says what the documentation says to everybody. */
    private static boolean namesMethodsAlone(HandlerMethod route) {
        // why not by the method OPTIONS: a route that takes all methods would be entered by it
        return route.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
    }
}
