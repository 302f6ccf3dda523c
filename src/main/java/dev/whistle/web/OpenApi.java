package dev.whistle.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of {@code /api} that programs read at {@code /api/openapi}. */
@Configuration
class OpenApi {

    private static final String BASIC = "basic";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("吹哨 Whistle")
                        .version("1")
                        .description("物业管理监督案件接口。只作增补，不兼容的改动将使用 /api/v2。"
                                + "出错时返回 application/problem+json（RFC 9457），type 固定不变；"
                                + "文字默认为中文，Accept-Language: en 时为英文。"))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
