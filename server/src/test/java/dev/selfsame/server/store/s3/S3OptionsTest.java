package dev.selfsame.server.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

final class S3OptionsTest {

    @Test
    void keysAreNotPartOfTheText() {
        assertThat(options("pictures", "https://s3.example", "AKIAHUSH", "hush"))
                .hasToString(
                        "S3Options[bucket=pictures, region=eu-central-1,"
                                + " endpoint=https://s3.example]");
    }

    @Test
    void theBucketStandsInThePathWhereThereIsAnEndpoint() {
        assertThat(options("pictures", "https://s3.example", null, null).bucketInPath()).isTrue();
        assertThat(options("pictures", null, null, null).bucketInPath()).isFalse();
        assertThat(new S3Options("abc", "eu", null, true, null, null).bucketInPath()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Bucket", "a/b", "a b", "../up", "-ab", "arn:aws:s3:::x"})
    void refusesWhatIsNoBucket(String bucket) {
        assertThatThrownBy(() -> options(bucket, null, null, null))
                .hasMessageStartingWith("selfsame.media.s3.bucket: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3.example",
                "ftp://s3.example",
                "https:///x",
                "https://key:hush@s3.example",
                "https://s3.example?key=hush",
                "https://s3.example#hush"
            })
    void refusesWhatIsNoEndpointWithoutRepeatingIt(String endpoint) {
        assertThatThrownBy(() -> options("pictures", endpoint, null, null))
                .hasMessageStartingWith("selfsame.media.s3.endpoint: ")
                .hasMessageNotContaining("hush");
    }

    @Test
    void refusesHalfAKeyAndAKeyOfNoBucket() {
        assertThatThrownBy(() -> options("pictures", null, "AKIA", null))
                .hasMessageStartingWith("selfsame.media.s3.secret-key: missing");
        assertThatThrownBy(() -> options("pictures", null, null, "hush"))
                .hasMessageStartingWith("selfsame.media.s3.access-key: missing");
        assertThatThrownBy(() -> options(null, null, "AKIA", "hush"))
                .hasMessageStartingWith("selfsame.media.s3.bucket: missing");
        assertThatThrownBy(() -> options(null, "https://s3.example", null, null))
                .hasMessageStartingWith("selfsame.media.s3.bucket: missing");
    }

    private static S3Options options(
            @Nullable String bucket,
            @Nullable String endpoint,
            @Nullable String accessKey,
            @Nullable String secretKey) {
        return new S3Options(
                bucket,
                "eu-central-1",
                endpoint == null ? null : URI.create(endpoint),
                null,
                accessKey,
                secretKey);
    }
}
