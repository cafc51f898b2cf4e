package cn.sunlot.organisation.usecase;

import cn.sunlot.audit.ActorNames;
import cn.sunlot.kernel.access.SignedIn;
import cn.sunlot.organisation.store.ApiClientSearch;
import cn.sunlot.organisation.store.OrganisationSearch;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names behind the actors of the record, people and other systems, for those who audit it. */
@Component
class PeopleAsActors implements ActorNames {

  private final OrganisationSearch search;
  private final ApiClientSearch clients;

  PeopleAsActors(OrganisationSearch search, ApiClientSearch clients) {
    this.search = search;
    this.clients = clients;
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> people) {
    Map<UUID, String> names = new HashMap<>(clients.listNames(SignedIn.get().scope(), people));
    names.putAll(search.listPeopleNames(SignedIn.get().scope(), people));
    return names;
  }

  @Override
  public Set<UUID> find(String text) {
    Set<UUID> found = new HashSet<>(clients.find(SignedIn.get().scope(), text));
    found.addAll(search.findPeople(SignedIn.get().scope(), text));
    return found;
  }
}
