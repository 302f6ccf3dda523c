package dev.whistle.web;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Routes of the tests, to see what every kind of bad request is answered. */
@Hidden
@RestController
@RequestMapping("/api/tryout")
class TryoutController {

    record Body(
            @NotBlank @Size(max = 5) String matter,
            @Nullable Integer count,
            @Nullable @Valid Person person) {}

    record Person(@NotBlank String phone) {}

    @PostMapping
    @OpenTo(Audience.ANYBODY)
    Body echo(@Valid @RequestBody Body body) {
        return body;
    }

    @GetMapping
    @OpenTo(Audience.ANYBODY)
    int page(@RequestParam int page) {
        return page;
    }

    @PostMapping(path = "/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @OpenTo({Audience.OFFICER, Audience.ADMINISTRATOR})
    long upload(@RequestParam MultipartFile file) {
        return file.getSize();
    }

    @GetMapping("/{failure}")
    @OpenTo(Audience.ANYBODY)
    void fail(@PathVariable String failure) {
        throw switch (failure) {
            case "not-found" -> new Problem(Kind.NOT_FOUND, "problem.not-found");
            case "forbidden" -> new AuthorizationException("x");
            case "conflict" -> new OptimisticLockingException("x");
            case "invalid" -> Problem.invalid(new FieldError("phone", "field.missing"));
            case "wrapped" -> new IllegalStateException(new Problem(Kind.TOO_LARGE, "problem.too-large"));
            default -> new IllegalStateException("张三丰 " + failure);
        };
    }
}
