package dev.whistle.web;

import dev.whistle.sheet.Sheet;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Any list of ours as a spreadsheet: what routes answer with is written as {@link Sheet} where that is asked for. */
class Sheets extends AbstractGenericHttpMessageConverter<Object> {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Clock clock;

    Sheets(Clock clock) {
        super(MediaType.valueOf(XLSX));
        this.clock = clock;
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType media) {
        return false;
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> found, @Nullable MediaType media) {
        return canWrite(media) && Sheet.isIn(type == null ? found : type);
    }

    @Override
    protected void writeInternal(Object value, @Nullable Type type, HttpOutputMessage answer) throws IOException {
        Sheet sheet = Sheet.of(value, type == null ? value.getClass() : type);
        answer.getHeaders()
                .setContentDisposition(ContentDisposition.attachment()
                        .filename(sheet.title() + "-" + LocalDate.now(clock) + ".xlsx", StandardCharsets.UTF_8)
                        .build());
        sheet.write(answer.getBody());
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage request) {
        throw new UnsupportedOperationException("spreadsheets are not read");
    }

    @Override
    public Object read(Type type, @Nullable Class<?> context, HttpInputMessage request)
            throws HttpMessageNotReadableException {
        throw new UnsupportedOperationException("spreadsheets are not read");
    }

    /** Tells a route whether it is to answer with the whole list. */
    static final class Asked implements HandlerMethodArgumentResolver {

        private final ContentNegotiationManager negotiation;

        Asked(ContentNegotiationManager negotiation) {
            this.negotiation = negotiation;
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Export.class;
        }

        @Override
        public Export resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders)
                throws Exception {
            List<MediaType> wanted = negotiation.resolveMediaTypes(request);
            return new Export(!wanted.isEmpty() && wanted.get(0).equalsTypeAndSubtype(MediaType.valueOf(XLSX)));
        }
    }
}
