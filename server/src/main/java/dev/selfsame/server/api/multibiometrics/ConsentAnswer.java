package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.person.Consent;
import dev.selfsame.server.person.CustomId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What is on record of somebody's consent. */
record ConsentAnswer(@JsonProperty("Person") Consenting person) {

    /** Whose it is; without a record where there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"CustomID", "Consent"})
    record Consenting(
            @JsonProperty("CustomID") String customId,
            @JsonProperty("Consent") @Nullable GivenConsent consent) {}

    /** The record. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({
        "Purpose",
        "LegalBasis",
        "TextVersion",
        "TextSha256",
        "GivenAt",
        "ExpiresAt",
        "WithdrawnAt"
    })
    record GivenConsent(
            @JsonProperty("Purpose") String purpose,
            @JsonProperty("LegalBasis") String legalBasis,
            @JsonProperty("TextVersion") @Nullable String textVersion,
            @JsonProperty("TextSha256") @Nullable String textSha256,
            @JsonProperty("GivenAt") String givenAt,
            @JsonProperty("ExpiresAt") @Nullable String expiresAt,
            @JsonProperty("WithdrawnAt") @Nullable String withdrawnAt) {
        static GivenConsent of(Consent consent) {
            return new GivenConsent(
                    consent.purpose(),
                    consent.legalBasis(),
                    consent.textVersion(),
                    consent.textSha256(),
                    consent.given().toString(),
                    text(consent.expires()),
                    text(consent.withdrawn()));
        }

        private static @Nullable String text(@Nullable Instant time) {
            return time == null ? null : time.toString();
        }

        @Override
        public String toString() {
            return "GivenConsent[" + givenAt + "]";
        }
    }

    static ConsentAnswer of(CustomId customId, @Nullable Consent consent) {
        return new ConsentAnswer(
                new Consenting(
                        customId.value(), consent == null ? null : GivenConsent.of(consent)));
    }
}
