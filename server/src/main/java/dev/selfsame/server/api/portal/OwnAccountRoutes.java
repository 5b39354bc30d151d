package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.portal.OneTimeCodes;
import dev.selfsame.server.portal.Passwords;
import dev.selfsame.server.portal.PortalSessions;
import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.portal.SignIn;
import dev.selfsame.server.portal.TotpSecret;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** What everybody changes of their own account: the password, and one-time codes. */
@RestController
final class OwnAccountRoutes {

    private static final int LONGEST_CODE = 16;

    private final PortalForms forms;
    private final PortalUsers users;
    private final SignIn signIn;
    private final OneTimeCodes codes;
    private final PortalSessions sessions;
    private final SessionCookie cookie;
    private final PortalTrail trail;

    private record Passphrases(String before, String after) {
        @Override
        public String toString() {
            return "Passphrases[]";
        }
    }

    /** A secret for an app, shown once. */
    record Secret(@JsonProperty("secret") String secret, @JsonProperty("uri") String uri) {
        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    OwnAccountRoutes(
            PortalForms forms,
            PortalUsers users,
            SignIn signIn,
            OneTimeCodes codes,
            PortalSessions sessions,
            SessionCookie cookie,
            PortalTrail trail) {
        this.forms = Objects.requireNonNull(forms, "forms");
        this.users = Objects.requireNonNull(users, "users");
        this.signIn = Objects.requireNonNull(signIn, "signIn");
        this.codes = Objects.requireNonNull(codes, "codes");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.cookie = Objects.requireNonNull(cookie, "cookie");
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    /** Ends all sessions of the user, also the one that asks: the page shows its sign-in. */
    @PostMapping("/portal/api/me/password")
    @Entry(Entry.Who.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Visitor visitor = Visitor.of(request);
        Passphrases form =
                forms.read(
                        request,
                        it ->
                                new Passphrases(
                                        PortalForms.required(it, "old", Passwords.LONGEST),
                                        PortalForms.required(it, "new", Passwords.LONGEST)));
        if (form.after().equals(form.before())) {
            throw JsonForm.invalid("the new password is the old one; choose another one");
        }
        checkPassword(visitor, form.before(), "users.password", request);
        PortalForms.checked(
                () -> {
                    users.setPassword(visitor.user(), form.after());
                    return true;
                });
        sessions.endAll(visitor.user().name());
        cookie.takeAway(request, response);
        record(visitor, "users.password", true);
    }

    @PostMapping("/portal/api/me/totp")
    @Entry(Entry.Who.SIGNED_IN)
    Secret offerTotp(HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        if (visitor.user().totp()) {
            throw alreadyOn();
        }
        TotpSecret secret = codes.draw(visitor.user().name());
        visitor.session().offer(secret);
        return new Secret(secret.base32(), secret.uri());
    }

    @PutMapping("/portal/api/me/totp")
    @Entry(Entry.Who.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchTotpOn(HttpServletRequest request) throws IOException {
        Visitor visitor = Visitor.of(request);
        String code =
                forms.read(request, it -> PortalForms.required(it, "code", LONGEST_CODE))
                        .replace(" ", "");
        if (visitor.user().totp()) {
            throw alreadyOn();
        }
        TotpSecret offered = visitor.session().offered();
        if (offered == null) {
            throw new Problem(
                    ProblemKind.CONFLICT, "no secret was made for your app yet; begin again");
        }
        if (!codes.switchOn(offered, code)) {
            throw JsonForm.invalid(
                    "the one-time code is wrong; check the clock of your phone and type the code"
                            + " that it shows now");
        }
        visitor.session().withdrawOffer();
        record(visitor, "users.totp-on", true);
    }

    @DeleteMapping("/portal/api/me/totp")
    @Entry(Entry.Who.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void switchTotpOff(HttpServletRequest request) throws IOException {
        Visitor visitor = Visitor.of(request);
        String password =
                forms.read(request, it -> PortalForms.required(it, "password", Passwords.LONGEST));
        checkPassword(visitor, password, "users.totp-off", request);
        if (!codes.switchOff(visitor.user().name())) {
            throw new Problem(ProblemKind.CONFLICT, "one-time codes are not switched on");
        }
        record(visitor, "users.totp-off", true);
    }

    private void checkPassword(
            Visitor visitor, String password, String action, HttpServletRequest request) {
        PortalUser user = visitor.user();
        if (!signIn.isPassword(user, password, SourceAddress.of(request.getRemoteAddr()))) {
            record(visitor, action, false);
            // why not 401: that would say that the session is over
            throw new Problem(ProblemKind.FORBIDDEN, "the present password is wrong");
        }
    }

    private void record(Visitor visitor, String action, boolean done) {
        trail.record(visitor, visitor.user().tenantId(), action, visitor.user().name(), done);
    }

    private static Problem alreadyOn() {
        return new Problem(
                ProblemKind.CONFLICT, "one-time codes are switched on already; switch them off");
    }
}
