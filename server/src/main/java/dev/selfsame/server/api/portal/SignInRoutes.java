package dev.selfsame.server.api.portal;

import dev.selfsame.server.portal.Passwords;
import dev.selfsame.server.portal.PortalSessions;
import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.portal.SignIn;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** The beginning and the end of a session, and whose it is. */
@RestController
final class SignInRoutes {

    private static final int LONGEST_CODE = 16;

    private final PortalForms forms;
    private final SignIn signIn;
    private final PortalSessions sessions;
    private final SessionCookie cookie;

    private record Form(String name, String password, @Nullable String code) {
        @Override
        public String toString() {
            return "Form[]";
        }
    }

    SignInRoutes(PortalForms forms, SignIn signIn, PortalSessions sessions, SessionCookie cookie) {
        this.forms = Objects.requireNonNull(forms, "forms");
        this.signIn = Objects.requireNonNull(signIn, "signIn");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.cookie = Objects.requireNonNull(cookie, "cookie");
    }

    // why JSON alone: a page of another site cannot send it without asking the server first
    @PostMapping(path = "/portal/api/sign-in", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Entry(Entry.Who.ANYBODY)
    ResponseEntity<Object> signIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Form form =
                forms.read(
                        request,
                        it ->
                                new Form(
                                        PortalForms.required(it, "name", Passwords.LONGEST),
                                        PortalForms.required(it, "password", Passwords.LONGEST),
                                        code(it.text("code", LONGEST_CODE))));
        String address = SourceAddress.of(request.getRemoteAddr());
        return switch (signIn.signIn(form.name(), form.password(), form.code(), address)) {
            case SignIn.Outcome.SignedIn(var user) ->
                    ResponseEntity.ok(begin(user, request, response));
            case SignIn.Outcome.Wrong _ ->
                    unauthenticated(
                            "the name or the password is wrong; an administrator can give you a new"
                                    + " password",
                            null);
            case SignIn.Outcome.CodeNeeded(boolean given) ->
                    unauthenticated(
                            given
                                    ? "the one-time code is wrong or was used before; wait for the"
                                            + " next one"
                                    : "type the one-time code that your app shows as well",
                            true);
        };
    }

    private Me begin(PortalUser user, HttpServletRequest request, HttpServletResponse response) {
        // why: whoever signs in anew is done with the session of before
        cookie.read(request).ifPresent(sessions::end);
        PortalSessions.Opened opened = sessions.open(user);
        cookie.give(opened.id(), request, response);
        return Me.of(user, opened.session());
    }

    private static ResponseEntity<Object> unauthenticated(String message, @Nullable Boolean totp) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new PortalError(HttpStatus.UNAUTHORIZED.value(), message, totp));
    }

    /** A code as people type it: apps show it in two groups. */
    static @Nullable String code(@Nullable String typed) {
        String digits = typed == null ? "" : typed.replace(" ", "");
        return digits.isEmpty() ? null : digits;
    }

    @PostMapping("/portal/api/sign-out")
    @Entry(Entry.Who.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        cookie.takeAway(request, response);
    }

    @GetMapping("/portal/api/me")
    @Entry(Entry.Who.SIGNED_IN)
    Me me(HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        return Me.of(visitor.user(), visitor.session());
    }
}
