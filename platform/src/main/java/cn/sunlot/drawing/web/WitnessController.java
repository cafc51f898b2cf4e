package cn.sunlot.drawing.web;

import cn.sunlot.drawing.usecase.CommitWitness;
import cn.sunlot.drawing.usecase.Contributions.Contribution;
import cn.sunlot.drawing.usecase.MakeLink;
import cn.sunlot.drawing.usecase.NameWitness;
import cn.sunlot.drawing.usecase.NameWitness.Witness;
import cn.sunlot.drawing.usecase.RemoveWitness;
import cn.sunlot.drawing.usecase.SignRecord;
import cn.sunlot.drawing.web.DrawRequests.ContributionRequest;
import cn.sunlot.drawing.web.DrawRequests.LinkRequest;
import cn.sunlot.drawing.web.DrawRequests.RemovalRequest;
import cn.sunlot.drawing.web.DrawRequests.WitnessRequest;
import cn.sunlot.drawing.web.DrawResponses.DrawDetail;
import cn.sunlot.drawing.web.DrawResponses.LinkView;
import cn.sunlot.kernel.access.Permission;
import cn.sunlot.kernel.access.Requires;
import cn.sunlot.kernel.web.IfMatch;
import cn.sunlot.kernel.web.PublicSite;
import cn.sunlot.kernel.web.SecretAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Who takes part in a draw, from being named to the signature. */
@RestController
@RequestMapping("/api/draws/{id}")
class WitnessController {

  private final NameWitness nameWitness;
  private final CommitWitness commitWitness;
  private final RemoveWitness removeWitness;
  private final MakeLink makeLink;
  private final SignRecord sign;
  private final DrawViews views;
  private final PublicSite site;
  private final int sitePort;

  WitnessController(
      NameWitness nameWitness,
      CommitWitness commitWitness,
      RemoveWitness removeWitness,
      MakeLink makeLink,
      SignRecord sign,
      DrawViews views,
      PublicSite site,
      @Value("${sunlot.public-port:0}") int sitePort) {
    this.nameWitness = nameWitness;
    this.commitWitness = commitWitness;
    this.removeWitness = removeWitness;
    this.makeLink = makeLink;
    this.sign = sign;
    this.views = views;
    this.site = site;
    this.sitePort = sitePort;
  }

  @PostMapping("/add-witness")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail addWitness(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody WitnessRequest w) {
    Witness witness = new Witness(w.kind(), w.kindText(), w.name(), w.unit());
    if (Boolean.TRUE.equals(w.link())) {
      nameWitness.invite(id, IfMatch.read(seen), witness, Boolean.TRUE.equals(w.supervises()));
    } else {
      Contribution given = new Contribution(w.commitment(), w.nonce(), w.dice(), w.chainHead());
      nameWitness.run(id, IfMatch.read(seen), witness, given);
    }
    return views.detail(id);
  }

  /** What a witness who was named for a link does at this screen instead. */
  @PostMapping("/commit-witness")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail commitWitness(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody ContributionRequest c) {
    Contribution given = new Contribution(c.commitment(), c.nonce(), c.dice(), c.chainHead());
    commitWitness.run(id, IfMatch.read(seen), c.party(), given);
    return views.detail(id);
  }

  @PostMapping("/remove-witness")
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail removeWitness(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @Valid @RequestBody RemovalRequest request) {
    removeWitness.run(id, IfMatch.read(seen), request.party(), request.reason());
    return views.detail(id);
  }

  /** A fresh link for a witness's own phone; the one before ends. */
  @PostMapping("/make-link")
  @Requires(Permission.DRAW_OPERATE)
  LinkView makeDrawLink(
      @PathVariable UUID id, @Valid @RequestBody LinkRequest request, HttpServletRequest http) {
    SecretAnswer.mark(http);
    String code = makeLink.run(id, request.party());
    String address = site.address().orElse(null);
    return new LinkView(
        request.party(), code, address, address == null && sitePort > 0 ? sitePort : null);
  }

  /** A signature on glass under the record. */
  @PostMapping(path = "/sign", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.DRAW_OPERATE)
  DrawDetail signDraw(
      @PathVariable UUID id,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen,
      @RequestParam String party,
      @RequestParam MultipartFile file)
      throws IOException {
    sign.run(id, IfMatch.read(seen), party, file.getBytes());
    return views.detail(id);
  }
}
