package dev.whistle.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class WebSetup implements WebMvcConfigurer {

    private final Routes routes;
    private final Clock clock;
    private final ObjectProvider<ContentNegotiationManager> negotiation;

    WebSetup(
            Routes routes,
            Clock clock,
            @Qualifier("mvcContentNegotiationManager") ObjectProvider<ContentNegotiationManager> negotiation) {
        this.routes = routes;
        this.clock = clock;
        this.negotiation = negotiation;
    }

    /** {@code ?format=xlsx}, where a link cannot say what it accepts. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer asked) {
        asked.favorParameter(true)
                .parameterName("format")
                // Or what nobody knows would be refused before the refusal could be written.
                .useRegisteredExtensionsOnly(false)
                .replaceMediaTypes(Map.of("json", MediaType.APPLICATION_JSON, "xlsx", MediaType.valueOf(Sheets.XLSX)));
    }

    /** Behind all others: a spreadsheet is for who asks for one. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.add(new Sheets(clock));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Sheets.Asked(negotiation.getObject()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(routes).addPathPatterns("/api/**");
    }

    /** Officers work in Tasklist; it asks for the login. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/camunda/app/tasklist/default/");
    }

    /** A number where a text belongs, or the other way round, is an error of the caller and not guessed away. */
    @Bean
    Jackson2ObjectMapperBuilderCustomizer noGuessing() {
        return builder -> builder.featuresToDisable(
                        MapperFeature.ALLOW_COERCION_OF_SCALARS, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .featuresToEnable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .postConfigurer(WebSetup::textIsText);
    }

    private static void textIsText(ObjectMapper json) {
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
}
