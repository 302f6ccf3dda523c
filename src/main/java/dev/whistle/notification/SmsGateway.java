package dev.whistle.notification;

import dev.whistle.notification.Delivery.Result;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Text messages by a provider's HTTP gateway. A gateway that keeps to the {@code Idempotency-Key} sends a message once,
 * however often it is posted.
 */
final class SmsGateway implements Carrier {

    private final RestClient gateway;

    SmsGateway(NotificationSettings.Sms settings) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        requests.setReadTimeout(settings.readTimeout());
        RestClient.Builder builder =
                RestClient.builder().requestFactory(requests).baseUrl(String.valueOf(settings.url()));
        if (settings.token() != null && !settings.token().isBlank()) {
            builder.defaultHeader("Authorization", "Bearer " + settings.token());
        }
        this.gateway = builder.build();
    }

    /** What the gateway gets. */
    record Sms(String id, String to, String text) {

        @Override
        public String toString() {
            return "Sms[id=" + id + "]"; // a log line must not hold a number
        }
    }

    @Override
    public Delivery carry(String id, String address, @Nullable String subject, String text) {
        try {
            return gateway.post()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Key", id)
                    .body(new Sms(id, address, text))
                    .exchange((request, response) ->
                            answered(response.getStatusCode().value()));
        } catch (RestClientException unreachable) {
            Throwable cause = unreachable.getMostSpecificCause();
            return Delivery.failed(Result.DOWN, cause.getClass().getSimpleName());
        }
    }

    /**
     * Who is refused for a wrong token or at a wrong address has a gateway that is set up wrongly, not a message that
     * is wrong: it waits like everything else until somebody puts it right.
     */
    private static Delivery answered(int status) {
        if (status >= 200 && status < 300) {
            return Delivery.sent();
        }
        Result result = switch (status) {
            case 401, 403, 404, 405, 407, 429, 502, 503, 504 -> Result.DOWN;
            case 408 -> Result.LATER;
            default -> status >= 400 && status < 500 ? Result.REFUSED : status < 400 ? Result.DOWN : Result.LATER;
        };
        return Delivery.failed(result, "HTTP " + status);
    }
}
