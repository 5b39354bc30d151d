package dev.selfsame.server.api.bioservices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.biosession.ImageType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * An age on the wire; the signature is added to its bytes, see {@link SignedJson}.
 *
 * @param aboveThreshold whether the stated estimate is at least the threshold, null where there is
 *     none
 * @param ageEstimated years to a tenth, rounded down, null where the picture shows no face that can
 *     be used
 * @param quality negative where another picture is to be sent
 */
@JsonPropertyOrder({
    "id",
    "aboveThreshold",
    "ageEstimated",
    "threshold",
    "digest",
    "imageType",
    "quality",
    "created"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgeAnswer(
        @JsonProperty("id") String id,
        @JsonProperty("aboveThreshold") @Nullable Boolean aboveThreshold,
        @JsonProperty("ageEstimated") @Nullable BigDecimal ageEstimated,
        @JsonProperty("threshold") BigDecimal threshold,
        @JsonProperty("digest") String digest,
        @JsonProperty("imageType") ImageType imageType,
        @JsonProperty("quality") int quality,
        @JsonProperty("created") String created) {}
