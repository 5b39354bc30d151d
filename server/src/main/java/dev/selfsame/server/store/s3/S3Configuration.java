package dev.selfsame.server.store.s3;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

@Configuration(proxyBeanMethods = false)
class S3Configuration {

    private static final String BUCKET = "selfsame.media.s3.bucket";

    /** Goes before the files, which are there for want of anything else. */
    @Bean
    @Conditional(BucketIsNamed.class)
    S3Objects s3Objects(S3Options options) {
        return S3Objects.open(options);
    }

    // why not by its value: a bucket may well be called false
    static final class BucketIsNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().containsProperty(BUCKET);
        }
    }
}
