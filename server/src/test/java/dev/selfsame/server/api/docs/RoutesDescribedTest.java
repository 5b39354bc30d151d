package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.docs.ApiDocument.Operation;
import dev.selfsame.server.tenant.Scope;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The documents describe the routes of the running server, all of them and no others. */
@ExtendWith(ServerExtension.class)
final class RoutesDescribedTest {

    private static final String APIS = "dev.selfsame.server.api.";
    private static final Set<String> DESCRIBED =
            Set.of(
                    APIS + "bioservices",
                    APIS + "multibiometrics",
                    APIS + "videoserver",
                    APIS + "status");
    // why not: pages for people, with their files
    private static final Pattern PAGE = Pattern.compile("/(capture.*|status(/.*)?)");
    // why: read from the query by themselves, so that no container takes JSON for a form
    private static final Set<String> READ_WITHOUT_SPRING = Set.of("CustomID");
    // why: old clients send it, and nothing reads it
    private static final Set<String> NOT_READ = Set.of("numberOfChallenge");

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsARoute(RunningServer server) {
        assertThat(described().keySet()).isEqualTo(routes(server).keySet());
    }

    @Test
    void scopesAreThoseThatTheRoutesAskFor(RunningServer server) {
        Map<String, HandlerMethod> routes = routes(server);

        described()
                .forEach(
                        (name, operation) ->
                                assertThat(operation.scopes())
                                        .as(name)
                                        .isEqualTo(scopes(route(routes, name))));
    }

    @Test
    void operationsAreCountedUnderTheNameThatIsStated(RunningServer server) {
        Map<String, HandlerMethod> routes = routes(server);

        described()
                .forEach(
                        (name, operation) -> {
                            Metered metered =
                                    route(routes, name).getMethodAnnotation(Metered.class);
                            assertThat(operation.node().path("x-operation").asString(""))
                                    .as(name)
                                    .isEqualTo(metered == null ? "" : metered.value());
                        });
    }

    @Test
    void parametersAreThoseThatTheRoutesTake(RunningServer server) {
        Map<String, HandlerMethod> routes = routes(server);

        described()
                .forEach(
                        (name, operation) -> {
                            HandlerMethod route = route(routes, name);
                            assertThat(operation.parameters("path", true))
                                    .as(name)
                                    .isEqualTo(variables(operation.path()))
                                    .containsAll(pathVariables(route));
                            assertThat(operation.parameters("path", false)).as(name).isEmpty();
                            assertThat(operation.parameters("query", true))
                                    .as(name)
                                    .isEqualTo(queryParameters(route, true));
                            Set<String> optional = operation.parameters("query", false);
                            optional.removeAll(READ_WITHOUT_SPRING);
                            optional.removeAll(NOT_READ);
                            assertThat(optional).as(name).isEqualTo(queryParameters(route, false));
                        });
    }

    @Test
    void whoHasNoKeyIsLetInWhereTheDocumentsSaySo(RunningServer server) {
        described()
                .forEach(
                        (name, operation) -> {
                            HttpResponse<String> answer =
                                    server.send(
                                            server.to(filled(operation.path()))
                                                    .method(
                                                            operation.method(),
                                                            BodyPublishers.noBody()));
                            boolean refused = answer.statusCode() == 401;
                            assertThat(refused).as(name).isNotEqualTo(operation.isOpen());
                        });
    }

    /** By method and path. */
    private static Map<String, Operation> described() {
        return ApiDocument.allOperations().stream()
                .collect(Collectors.toMap(Operation::toString, it -> it));
    }

    private static Map<String, HandlerMethod> routes(RunningServer server) {
        // why a request first: Spring's dispatcher knows its mappings from then on
        server.get("/docs/");
        Map<String, HandlerMethod> routes = new TreeMap<>();
        for (HandlerMapping each :
                Objects.requireNonNull(server.part(DispatcherServlet.class).getHandlerMappings())) {
            if (each instanceof RequestMappingHandlerMapping mappings) {
                mappings.getHandlerMethods().forEach((at, route) -> add(at, route, routes));
            }
        }
        return routes;
    }

    private static void add(
            RequestMappingInfo at, HandlerMethod route, Map<String, HandlerMethod> routes) {
        if (DESCRIBED.contains(route.getBeanType().getPackageName())) {
            for (RequestMethod method : at.getMethodsCondition().getMethods()) {
                at.getPatternValues().stream()
                        .filter(pattern -> !PAGE.matcher(pattern).matches())
                        .map(RoutesDescribedTest::plain)
                        .forEach(path -> routes.put(method + " " + path, route));
            }
        }
    }

    private static HandlerMethod route(Map<String, HandlerMethod> routes, String name) {
        return Objects.requireNonNull(routes.get(name), name);
    }

    /** A pattern of Spring's as OpenAPI spells it. */
    private static String plain(String pattern) {
        return pattern.replaceFirst("^/\\*\\*", "").replaceAll("\\{(\\w+):[^/]*}", "{$1}");
    }

    private static Set<String> scopes(HandlerMethod route) {
        NeedsScope needs = route.getMethodAnnotation(NeedsScope.class);
        Scope[] scopes = needs == null ? new Scope[0] : needs.value();
        return Arrays.stream(scopes).map(Scope::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> variables(String path) {
        return Arrays.stream(path.split("[{}]", -1))
                .filter(it -> !it.contains("/") && !it.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> pathVariables(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .map(it -> it.getParameterAnnotation(PathVariable.class))
                .filter(it -> it != null)
                .map(PathVariable::value)
                .collect(Collectors.toSet());
    }

    private static Set<String> queryParameters(HandlerMethod route, boolean required) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : route.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && isRequired(asked) == required) {
                names.add(asked.name());
            }
        }
        return names;
    }

    private static boolean isRequired(RequestParam asked) {
        return asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    private static String filled(String path) {
        return path.replace("{name}", "selfsame-capture.js")
                .replaceAll("\\{\\w+}", "5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11");
    }
}
