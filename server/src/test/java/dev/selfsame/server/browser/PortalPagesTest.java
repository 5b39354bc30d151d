package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.UUID;

/**
 * The portal in every state, for an administrator and for a tenant's user, while everything that
 * somebody with a key can name has a name that would run in a page.
 */
@ExtendWith(ServerExtension.class)
final class PortalPagesTest {

    private static final String SAVED = "document.querySelector('dialog[open]') !== null";

    private final PageStates states = new PageStates();
    private Browser browser;
    private String tenant = "";

    @BeforeEach
    void fill(RunningServer server) {
        browser = Browser.find();
        // why so long: no id is longer, and nothing can break it
        tenant = UUID.randomUUID().toString().substring(0, 8) + "w".repeat(56);
        HostileTexts.fill(server, tenant);
    }

    @Test
    void administratorsAreShownTextsAndNothingElse(RunningServer server) throws Exception {
        BrowserTask task = signIn(server, user(server, PortalRole.ADMINISTRATOR, null));
        task = states.look(task, "portal-overview");
        task = texts(view(task, "#/tenants", "tenants"));
        task = states.look(task, "portal-tenants");
        task = dialog(task, "#create-tenant", "portal-new-tenant");
        task = dialog(task, "[aria-label='Delete " + tenant + "']", "portal-delete-tenant");
        task = ofTenant(task);
        task = view(task, "#/audit?tenant=" + tenant, "audit");
        task = states.look(task, "portal-audit");
        task = view(task, "#/models", "models");
        task = states.look(view(task, "#/audit?action=no.such", "audit"), "portal-audit-empty");
        task = states.look(view(task, "#/signing-keys", "signing-keys"), "portal-signing-keys");
        task = dialog(task, "#replace-signing-key", "portal-replace-signing-key");
        task = states.look(view(task, "#/models", "models"), "portal-models");
        task = states.look(view(task, "#/users", "users"), "portal-users");
        task = dialog(task, "#create-user", "portal-new-user");
        task = dialog(task, "[aria-label^='New password']", "portal-new-password");
        task = dialog(task, "[aria-label^='Delete ']", "portal-delete-user");
        task = states.look(view(task, "#/tenants/nobody/keys", "keys"), "portal-no-such-tenant");
        task = account(task);

        BrowserReport report = browser.run(task);

        assertThat(PageStates.check(report)).hasSize(24);
        assertAreShown(report, List.of(HostileTexts.ALL.get(1)), HostileTexts.ALL);
    }

    @Test
    void soAreUsersOfATenant(RunningServer server) throws Exception {
        BrowserTask page = BrowserTask.open(server.address() + "/portal/");
        BrowserTask task =
                states.look(
                        page.await("document.querySelector('#name') !== null"), "portal-sign-in");
        task =
                task.fill("#name", "nobody")
                        .fill("#password", "wrong")
                        .click("#sign-in button[type=submit]")
                        .await("document.querySelector('.notice:not([hidden])') !== null");
        task = states.look(task, "portal-sign-in-wrong");
        task = signIn(task, user(server, PortalRole.TENANT, tenant));
        task = states.look(task, "portal-overview-tenant");
        task = task.seenBy(360, 740, true).click("#menu");
        task = states.look(task, "portal-menu");
        task = ofTenant(task);
        task = states.look(view(task, "#/audit", "audit"), "portal-audit-tenant");

        BrowserReport report = browser.run(task);

        assertThat(PageStates.check(report)).hasSize(12);
        assertAreShown(report, HostileTexts.ALL);
    }

    /** The views of the tenant that has the names. */
    private BrowserTask ofTenant(BrowserTask before) {
        String place = "#/tenants/" + tenant;
        BrowserTask task = texts(view(before, place + "/keys", "keys"));
        task = states.look(task, "portal-keys");
        task = dialog(task, "#create-key", "portal-new-key");
        task = dialog(task, "[aria-label^='Rotate W']", "portal-rotate-key");
        task = dialog(task, "[aria-label*='onerror']", "portal-rotate-hostile-key");
        task =
                states.look(
                        task.click("[aria-label^='Revoke W']")
                                .click("dialog button[type=submit]")
                                .await("/is revoked/.test(message.textContent)")
                                .click("summary"),
                        "portal-revoked-key");
        task =
                view(task, place + "/usage", "usage")
                        .await("document.querySelector('.plot svg') !== null")
                        .click("summary");
        task = states.look(task, "portal-usage");
        task = view(task, place + "/rules", "rules");
        return states.look(
                task.evaluate(
                        "const it = document.querySelector('#face-fmr'); it.value = 'other';"
                                + " it.dispatchEvent(new Event('change'))"),
                "portal-rules");
    }

    /** Looks at a window and closes it. */
    private BrowserTask dialog(BrowserTask task, String opener, String name) {
        return states.look(task.click(opener).await(SAVED), name)
                .press("Escape")
                .await("!" + SAVED);
    }

    /** One's own account, with the secret of one-time codes, and what is shown once. */
    private BrowserTask account(BrowserTask before) {
        BrowserTask task = states.look(view(before, "#/account", "account"), "portal-account");
        task = task.click("#begin-totp").await("document.querySelector('#totp-secret') !== null");
        task = states.look(task, "portal-one-time-code");
        task =
                view(task, "#/tenants/" + tenant + "/keys", "keys")
                        .click("#create-key")
                        .fill("#key-name", HostileTexts.ALL.getFirst())
                        .click("#scope-match")
                        .click("dialog button[type=submit]")
                        .await("document.querySelector('#secret') !== null");
        return states.look(task, "portal-secret");
    }

    private static BrowserTask texts(BrowserTask task) {
        return task.evaluate("({ shown: document.body.textContent })");
    }

    /** Each time that texts were kept, all of these were among them, letter by letter. */
    @SafeVarargs
    private static void assertAreShown(BrowserReport report, List<String>... expected) {
        List<String> shown =
                report.values().stream()
                        .filter(it -> it.has("shown"))
                        .map(it -> it.get("shown").asString())
                        .toList();
        assertThat(shown).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(shown.get(i)).contains(expected[i]);
        }
    }

    private static BrowserTask view(BrowserTask task, String hash, String name) {
        return task.follow(hash)
                .await(
                        "document.body.dataset.view === '%s'".formatted(name)
                                + " && main.getAttribute('aria-busy') === 'false'");
    }

    private static NewPassword user(
            RunningServer server, PortalRole role, @Nullable String tenant) {
        // why so long: no name is longer
        String name = "u" + UUID.randomUUID() + "w".repeat(19);
        return server.part(PortalUsers.class).create(name, role, tenant);
    }

    private static BrowserTask signIn(RunningServer server, NewPassword user) {
        return signIn(
                BrowserTask.open(server.address() + "/portal/")
                        .await("document.querySelector('#name') !== null"),
                user);
    }

    private static BrowserTask signIn(BrowserTask page, NewPassword user) {
        return page.fill("#name", user.name())
                .fill("#password", user.text())
                .click("#sign-in button[type=submit]")
                .await("document.body.dataset.view === 'overview'")
                .await("main.getAttribute('aria-busy') === 'false'");
    }
}
