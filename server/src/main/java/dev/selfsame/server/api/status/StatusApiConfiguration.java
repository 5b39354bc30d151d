package dev.selfsame.server.api.status;

import dev.selfsame.server.api.WebFiles;
import dev.selfsame.server.status.StatusBoard;
import dev.selfsame.server.status.StatusOptions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class StatusApiConfiguration {

    @Bean
    StatusRoute statusRoute(StatusOptions options, StatusBoard board, WebFiles files) {
        return new StatusRoute(
                options, new StatusTexts(board, JsonMapper.builder().build()), files);
    }
}
