package dev.selfsame.server.store.files;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.media.ObjectStore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    @Bean
    ObjectStore objectStore(DataDirectory data) {
        return new FileObjects(data.media());
    }
}
