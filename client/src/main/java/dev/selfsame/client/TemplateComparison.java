package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Two templates or pictures compared.
 *
 * @param genuine whether the score reaches the threshold that the server has for the key's owner
 * @param score 1500..10000; 3500 is what one in 10,000 pairs of strangers reaches, and each further
 *     500 is ten times rarer
 */
public record TemplateComparison(
        @JsonProperty(value = "IsGenuine", required = true) boolean genuine,
        @JsonProperty(value = "Score", required = true) double score) {}
