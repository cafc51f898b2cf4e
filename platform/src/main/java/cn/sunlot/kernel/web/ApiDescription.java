package cn.sunlot.kernel.web;

import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * What the description of the API says beyond the signatures of handlers: the headers that every
 * command has, the problem that every call may be answered with, and exact records.
 */
@Component
class ApiDescription implements GlobalOpenApiCustomizer, GlobalOperationCustomizer {

  private static final String PROBLEM = "Problem";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    for (var parameter : listed(operation.getParameters())) {
      if (IfMatch.HEADER.equals(parameter.getName())) {
        parameter.required(true).description("The version that the user saw, in quotes");
      }
    }
    if (isCommand(handler)) {
      operation.addParametersItem(
          new HeaderParameter()
              .name(IdempotentCommands.HEADER)
              .required(true)
              .description("Made once per intended change; sent again, it changes nothing")
              .schema(typed(new UUIDSchema())));
    }
    operation
        .getResponses()
        .addApiResponse("default", new ApiResponse().$ref("#/components/responses/" + PROBLEM));
    return operation;
  }

  /** Whoever is not signed in yet has no commands; their calls are not kept. */
  private static boolean isCommand(HandlerMethod handler) {
    Requires requires = handler.getMethodAnnotation(Requires.class);
    return !handler.hasMethodAnnotation(GetMapping.class)
        && requires != null
        && requires.value() != Permission.ANYBODY
        && !handler.getMethod().getName().equals("signOut");
  }

  @Override
  public void customise(OpenAPI description) {
    var problem =
        ModelConverters.getInstance(true)
            .resolveAsResolvedSchema(new AnnotatedType(ProblemResponse.class).resolveAsRef(true));
    problem.referencedSchemas.forEach(description.getComponents()::addSchemas);
    description
        .getComponents()
        .addResponses(
            PROBLEM,
            new ApiResponse()
                .description("Why it is refused")
                .content(
                    new Content()
                        .addMediaType(
                            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            new MediaType().schema(problem.schema))));
    description.getComponents().getSchemas().forEach(RecordSchema::makeExact);
    description.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .flatMap(operation -> listed(operation.getParameters()).stream())
        .forEach(parameter -> neverNull(parameter.getSchema()));
  }

  /** A parameter is there or not. */
  private static void neverNull(Schema<?> schema) {
    if (schema.getTypes() != null) {
      Set<String> types = new LinkedHashSet<>(schema.getTypes());
      types.remove("null");
      schema.setTypes(types);
    }
  }

  private static Schema<?> typed(Schema<?> schema) {
    return schema.types(Set.of("string"));
  }

  private static <T> List<T> listed(@Nullable List<T> some) {
    return some == null ? List.of() : some;
  }
}
