package cn.sunlot.organisation.web;

import cn.sunlot.kernel.KernelProblem;
import cn.sunlot.kernel.NamedId;
import cn.sunlot.kernel.Refused;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.Organisation;
import cn.sunlot.organisation.Organisation.Post;
import cn.sunlot.organisation.usecase.Delegate;
import cn.sunlot.organisation.usecase.Delegations;
import cn.sunlot.organisation.usecase.TakePost;
import cn.sunlot.organisation.usecase.TakePost.Choice;
import cn.sunlot.organisation.web.PostViews.PostView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own posts: in which one they act, and who stands in while they are away. */
@RestController
@RequestMapping("/api")
class PostController {

  /**
   * A post in which the person may act.
   *
   * @param holder for whom they stand in, or null
   * @param current whether they act in it now
   */
  record PostChoice(
      UUID id, NamedId department, String title, @Nullable String holder, boolean current) {}

  record PostTaken(@NotNull UUID postId) {}

  record NewDelegation(
      @NotNull UUID postId,
      @NotNull UUID deputyId,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @NotBlank @Size(max = 200) String reason) {}

  private final TakePost takePost;
  private final Delegate delegate;
  private final Delegations delegations;
  private final PostViews views;
  private final Organisation organisation;
  private final CurrentAccess currentAccess;

  PostController(
      TakePost takePost,
      Delegate delegate,
      Delegations delegations,
      PostViews views,
      Organisation organisation,
      CurrentAccess currentAccess) {
    this.takePost = takePost;
    this.delegate = delegate;
    this.delegations = delegations;
    this.views = views;
    this.organisation = organisation;
    this.currentAccess = currentAccess;
  }

  /** Posts in which one may act today. */
  @GetMapping("/session/posts")
  @Requires(Permission.SIGNED_IN)
  List<PostChoice> listChoices(HttpServletRequest request) {
    UUID current = CurrentAccess.findPost(request).orElse(null);
    return takePost.list(SignedIn.get().personId()).stream().map(c -> choice(c, current)).toList();
  }

  /** Goes on in another post. */
  @PostMapping("/session/post")
  @Requires(Permission.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takePost(
      @Valid @RequestBody PostTaken taken,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignedIn person = takePost.run(taken.postId());
    currentAccess.take(person, taken.postId(), request, response);
  }

  /** One's own posts with those who stand in. */
  @GetMapping("/posts")
  @Requires(Permission.SIGNED_IN)
  List<PostView> listOwnPosts() {
    return views.views(SignedIn.get().personId());
  }

  /** Colleagues who could stand in for one of one's own posts. */
  @GetMapping("/posts/{id}/colleagues")
  @Requires(Permission.SIGNED_IN)
  List<NamedId> listColleagues(@PathVariable UUID id) {
    Post post =
        organisation.listPosts(SignedIn.get().personId()).stream()
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refused.because(KernelProblem.NOT_FOUND, id));
    return delegations.listColleagues(post);
  }

  @PostMapping("/delegations")
  @Requires(Permission.SIGNED_IN)
  @ResponseStatus(HttpStatus.CREATED)
  NamedId delegate(@Valid @RequestBody NewDelegation order) {
    UUID id =
        delegate.give(
            order.postId(), order.deputyId(), order.from(), order.until(), order.reason().strip());
    return new NamedId(id, organisation.getPerson(order.deputyId()).name());
  }

  @PostMapping("/delegations/{id}/end")
  @Requires(Permission.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endDelegation(@PathVariable UUID id) {
    delegate.end(id);
  }

  private static PostChoice choice(Choice choice, @Nullable UUID current) {
    Post post = choice.post();
    return new PostChoice(
        post.id(),
        new NamedId(post.departmentId(), choice.department()),
        post.title(),
        choice.holder(),
        post.id().equals(current));
  }
}
