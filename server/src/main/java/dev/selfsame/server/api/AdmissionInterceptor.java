package dev.selfsame.server.api;

import dev.selfsame.server.admission.Admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.util.Objects;

/** Refuses early what would be refused once its body is read; comes after the caller is known. */
final class AdmissionInterceptor implements HandlerInterceptor {

    private final Admission admission;

    AdmissionInterceptor(Admission admission) {
        this.admission = Objects.requireNonNull(admission, "admission");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route
                && route.hasMethodAnnotation(UsesWorkers.class)) {
            admission.check(Access.callerOf(request).tenantId());
        }
        return true;
    }
}
