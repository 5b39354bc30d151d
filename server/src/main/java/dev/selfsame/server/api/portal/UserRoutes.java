package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalSessions;
import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.portal.PortalUserStore.Removal;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.portal.SignIn;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who can sign in, for administrators. */
@RestController
final class UserRoutes {

    private static final int LONGEST = 64;

    private final PortalForms forms;
    private final PortalUsers users;
    private final PortalSessions sessions;
    private final SignIn signIn;
    private final PortalTrail trail;

    /** All users. */
    record Users(@JsonProperty("users") List<User> users) {}

    /** A user. */
    record User(
            @JsonProperty("name") String name,
            @JsonProperty("role") String role,
            @JsonProperty("tenant") @Nullable String tenant,
            @JsonProperty("created") String created,
            @JsonProperty("totp") boolean totp,
            @JsonProperty("locked") boolean locked) {}

    /** A password, shown once. */
    record Password(@JsonProperty("name") String name, @JsonProperty("password") String password) {
        static Password of(NewPassword made) {
            return new Password(made.name(), made.text());
        }

        @Override
        public String toString() {
            return "Password[]";
        }
    }

    private record Form(String name, PortalRole role, @Nullable String tenant) {}

    UserRoutes(
            PortalForms forms,
            PortalUsers users,
            PortalSessions sessions,
            SignIn signIn,
            PortalTrail trail) {
        this.forms = Objects.requireNonNull(forms, "forms");
        this.users = Objects.requireNonNull(users, "users");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.signIn = Objects.requireNonNull(signIn, "signIn");
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    @GetMapping("/portal/api/users")
    @Entry(Entry.Who.ADMINISTRATOR)
    Users list() {
        return new Users(users.list().stream().map(this::wire).toList());
    }

    @PostMapping("/portal/api/users")
    @Entry(Entry.Who.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.CREATED)
    Password create(HttpServletRequest request) throws IOException {
        Form form =
                forms.read(
                        request,
                        it ->
                                new Form(
                                        PortalForms.required(it, "name", LONGEST),
                                        role(PortalForms.required(it, "role", LONGEST)),
                                        it.text("tenant", LONGEST)));
        NewPassword made =
                PortalForms.checked(() -> users.create(form.name(), form.role(), form.tenant()));
        record(request, form.tenant(), "users.create", made.name(), true);
        return Password.of(made);
    }

    @PostMapping("/portal/api/users/{name}/password")
    @Entry(Entry.Who.ADMINISTRATOR)
    Password reset(@PathVariable("name") String name, HttpServletRequest request) {
        String tenant = tenantOf(name);
        Optional<NewPassword> made = users.reset(name);
        record(request, tenant, "users.reset", name, made.isPresent());
        sessions.endAll(name);
        return Password.of(made.orElseThrow(UserRoutes::noSuchUser));
    }

    @DeleteMapping("/portal/api/users/{name}")
    @Entry(Entry.Who.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("name") String name, HttpServletRequest request) {
        String tenant = tenantOf(name);
        Removal removal = users.delete(name);
        record(request, tenant, "users.delete", name, removal == Removal.DELETED);
        switch (removal) {
            case DELETED -> sessions.endAll(name);
            case NO_USER -> throw noSuchUser();
            case LAST_ADMINISTRATOR ->
                    throw new Problem(
                            ProblemKind.CONFLICT,
                            "this is the last administrator; make another one first");
        }
    }

    /** The tenant of a user that is there. */
    private @Nullable String tenantOf(String name) {
        return users.find(name).orElseThrow(UserRoutes::noSuchUser).tenantId();
    }

    private void record(
            HttpServletRequest request,
            @Nullable String tenant,
            String action,
            String name,
            boolean done) {
        trail.record(Visitor.of(request), tenant, action, name, done);
    }

    private User wire(PortalUser user) {
        return new User(
                user.name(),
                user.role().name(),
                user.tenantId(),
                user.created().toString(),
                user.totp(),
                signIn.isLocked(user));
    }

    private static PortalRole role(String text) {
        return Arrays.stream(PortalRole.values())
                .filter(role -> role.name().equals(text))
                .findFirst()
                .orElseThrow(() -> JsonForm.invalid("role: expected ADMINISTRATOR or TENANT"));
    }

    private static Problem noSuchUser() {
        return new Problem(ProblemKind.NOT_FOUND, "there is no such user");
    }
}
