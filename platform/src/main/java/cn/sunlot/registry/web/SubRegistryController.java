package cn.sunlot.registry.web;

import cn.sunlot.kernel.Lifecycle;
import cn.sunlot.kernel.OneOf;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.registry.domain.SubRegistry;
import cn.sunlot.registry.domain.SubRegistry.Place;
import cn.sunlot.registry.domain.TargetListFilter;
import cn.sunlot.registry.store.SubRegistrySearch;
import cn.sunlot.registry.store.TargetSearch;
import cn.sunlot.registry.usecase.KeepSubRegistry;
import cn.sunlot.registry.web.TargetResponses.TargetDetail;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sub-registries of targets by standard: rules that keep themselves up to date. */
@RestController
@RequestMapping("/api/targets")
class SubRegistryController {

  record SubRegistryRequest(@NotBlank @Size(max = 50) String name, @NotNull FilterForm rule) {}

  /**
   * A target in or out by hand.
   *
   * @param place {@code in}, {@code out}, or {@code by-rule}
   */
  record PlaceRequest(
      @NotNull UUID registerId,
      @OneOf(Place.class) @NotNull @Pattern(regexp = "in|out|by-rule") String place,
      @NotNull @Size(max = 1000) String reason) {}

  /**
   * A sub-registry.
   *
   * @param count how many targets that the reader sees are in it now
   */
  record SubRegistryView(
      UUID id,
      String name,
      FilterForm rule,
      long count,
      int version,
      List<String> allowedCommands) {}

  private final SubRegistrySearch registers;
  private final TargetSearch search;
  private final KeepSubRegistry keep;
  private final TargetViews views;

  SubRegistryController(
      SubRegistrySearch registers, TargetSearch search, KeepSubRegistry keep, TargetViews views) {
    this.registers = registers;
    this.search = search;
    this.keep = keep;
    this.views = views;
  }

  /** All of the authority, with how many there are in them now. */
  @GetMapping("/registers")
  @Requires(Permission.TARGETS_VIEW)
  List<SubRegistryView> listSubRegistries() {
    return registers.list(SignedIn.get().scope()).stream().map(this::view).toList();
  }

  @PostMapping("/registers")
  @Requires(Permission.TARGETS_EDIT)
  List<SubRegistryView> addSubRegistry(@Valid @RequestBody SubRegistryRequest request) {
    keep.add(request.name(), request.rule().read());
    return listSubRegistries();
  }

  @PostMapping("/registers/{id}/change")
  @Requires(Permission.TARGETS_EDIT)
  List<SubRegistryView> changeSubRegistry(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody SubRegistryRequest request) {
    keep.change(id, IfMatch.read(seen), request.name(), request.rule().read());
    return listSubRegistries();
  }

  @PostMapping("/registers/{id}/remove")
  @Requires(Permission.TARGETS_EDIT)
  List<SubRegistryView> removeSubRegistry(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    keep.remove(id, IfMatch.read(seen));
    return listSubRegistries();
  }

  /** Puts a target into a sub-registry, takes it out, or leaves it to the rule. */
  @PostMapping("/{id}/place")
  @Requires(Permission.TARGETS_EDIT)
  TargetDetail placeTarget(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody PlaceRequest request) {
    keep.place(
        id,
        IfMatch.read(seen),
        request.registerId(),
        Lifecycle.parse(Place.class, request.place()),
        request.reason());
    return views.detail(id);
  }

  private SubRegistryView view(SubRegistry register) {
    SignedIn person = SignedIn.get();
    TargetListFilter all = TargetListFilter.ALL.withRegister(register.id());
    return new SubRegistryView(
        register.id(),
        register.name(),
        FilterForm.of(register.rule()),
        search.count(person.scope(), all),
        register.version(),
        person.may(Permission.TARGETS_EDIT) && person.handles(register.departmentId())
            ? List.of("change", "remove", "place")
            : List.of());
  }
}
