package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.ActorNames;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.store.OrganisationSearch;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names behind the actors of the record, for those who audit it. */
@Component
class PeopleAsActors implements ActorNames {

  private final OrganisationSearch search;

  PeopleAsActors(OrganisationSearch search) {
    this.search = search;
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> people) {
    return search.listPeopleNames(SignedIn.get().scope(), people);
  }

  @Override
  public Set<UUID> find(String text) {
    return search.findPeople(SignedIn.get().scope(), text);
  }
}
