package dev.selfsame.server.api.portal;

import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import jakarta.servlet.http.HttpServletRequest;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what the page sends. */
final class PortalForms {

    private final JsonReader reader;

    PortalForms(JsonReader reader) {
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    /** Reads a body, in which nothing need be said. */
    <T> T read(HttpServletRequest request, Function<JsonForm, T> form) throws IOException {
        try (JsonBody body =
                reader.readOrNothing(request.getContentLengthLong(), request.getInputStream())) {
            return checked(
                    () ->
                            form.apply(
                                    body.value().isEmpty()
                                            ? JsonForm.empty()
                                            : JsonForm.open("body", body.value())));
        }
    }

    /** A text that must be there. */
    static String required(JsonForm form, String name, int longest) {
        String text = form.text(name, longest);
        if (text == null) {
            throw JsonForm.invalid(name + ": missing");
        }
        return text;
    }

    /**
     * Does what may find fault with what was sent, and says so to who sent it.
     *
     * @throws Problem {@code INVALID_REQUEST}
     */
    static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw new Problem(ProblemKind.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
