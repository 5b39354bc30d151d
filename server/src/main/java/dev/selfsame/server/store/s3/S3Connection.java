package dev.selfsame.server.store.s3;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** How the SDK is set up. */
final class S3Connection {

    private S3Connection() {}

    static S3Client open(S3Options options, S3Patience patience) {
        S3ClientBuilder builder =
                S3Client.builder()
                        .region(Region.of(options.region()))
                        .forcePathStyle(options.bucketInPath())
                        .credentialsProvider(credentials(options))
                        // why not the newer checksums, which are the default: many stores of
                        // others do not know them, and what is kept is sealed against changes
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .addPlugin(LegacyMd5Plugin.create())
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(patience.connection())
                                        .socketTimeout(patience.silence()))
                        .overrideConfiguration(
                                override ->
                                        override.apiCallTimeout(patience.whole())
                                                .retryStrategy(
                                                        AwsRetryStrategy.standardRetryStrategy()
                                                                .toBuilder()
                                                                .maxAttempts(patience.attempts())
                                                                .build()));
        if (options.endpoint() != null) {
            builder.endpointOverride(options.endpoint());
        }
        return builder.build();
    }

    /** The given key, or else the SDK's own search. */
    static AwsCredentialsProvider credentials(S3Options options) {
        String accessKey = options.accessKey();
        String secretKey = options.secretKey();
        return accessKey == null || secretKey == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(accessKey, secretKey));
    }
}
