package dev.selfsame.server.store.files;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.media.ObjectStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    /** For servers that name no bucket. */
    @Bean
    @Fallback
    ObjectStore fileObjects(DataDirectory data) {
        return new FileObjects(data.media());
    }
}
