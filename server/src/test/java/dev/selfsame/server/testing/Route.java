package dev.selfsame.server.testing;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A route, found in the running server itself, so that one that is added later cannot be forgotten.
 *
 * @param path with its variables as {@code {name}}
 */
public record Route(String method, String path, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** All routes of a server, those of the actuator among them. */
    public static List<Route> of(RunningServer server) {
        // why a request first: Spring's dispatcher knows its mappings from then on
        server.get("/docs/");
        return Objects.requireNonNull(server.part(DispatcherServlet.class).getHandlerMappings())
                .stream()
                .filter(RequestMappingInfoHandlerMapping.class::isInstance)
                .map(RequestMappingInfoHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(route -> of(route.getKey(), route.getValue()))
                .toList();
    }

    private static Stream<Route> of(RequestMappingInfo at, HandlerMethod handler) {
        return at.getPatternValues().stream()
                .map(Route::plain)
                .flatMap(
                        path ->
                                at.getMethodsCondition().getMethods().stream()
                                        .map(method -> new Route(method.name(), path, handler)));
    }

    private static String plain(String pattern) {
        return pattern.replaceFirst("^/\\*\\*", "")
                .replaceFirst("/\\*\\*$", "")
                .replaceAll("\\{(\\w+):[^/]*}", "{$1}")
                .replaceAll("\\{\\*(\\w+)}", "{$1}");
    }

    /** The names of the variables in its path. */
    public Set<String> variables() {
        return VARIABLE.matcher(path)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its path with this value for every variable. */
    public String filled(String value) {
        return VARIABLE.matcher(path).replaceAll(Matcher.quoteReplacement(value));
    }

    /** The same for one variable alone. */
    public Route with(String variable, String value) {
        return new Route(method, path.replace("{" + variable + "}", value), handler);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
