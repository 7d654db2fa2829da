package cn.yiqilai.workorder.proposal;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Place;
import cn.yiqilai.city.Regions;
import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.UnitKind;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 属地管理、分级负责: what lies in a county or a park goes to the department's office there, where the directory has one, and
 * the platform of the place speaks as well. For the city as a whole nothing changes.
 */
@ApplicationScoped
class Territory {
    static final double PLATFORM = 0.5;

    private final Units units;
    private final Regions regions;
    private final City city;

    Territory(Units units, Regions regions, City city) {
        this.units = units;
        this.regions = regions;
        this.city = city;
    }

    List<Argument> settle(Request request, List<Argument> arguments) {
        return place(request).map(place -> settle(place, arguments)).orElse(arguments);
    }

    private List<Argument> settle(Place place, List<Argument> arguments) {
        var settled = new ArrayList<Argument>();
        arguments.forEach(argument -> settled.add(local(argument.unit(), place)
                .map(office ->
                        argument.handedTo(office.id().value(), Messages.of("workorder.proposal.local", place.name())))
                .orElse(argument)));
        platform(place)
                .map(unit -> new Argument(
                        unit.id().value(),
                        Ground.PLACE,
                        PLATFORM,
                        Messages.of("workorder.proposal.place", place.name(), unit.name())))
                .ifPresent(settled::add);
        return settled;
    }

    /** A place inside the city: as it was registered, else the first that the words name. */
    private Optional<Place> place(Request request) {
        return Optional.ofNullable(request.region())
                .flatMap(regions::find)
                .filter(this::isInside)
                .or(() -> regions.mentionedIn(request.text()).stream()
                        .filter(this::isInside)
                        .findFirst());
    }

    private boolean isInside(Place place) {
        return place.isWithin(city.place()) && !place.equals(city.place());
    }

    /** The office of that unit for the place, or for what the place lies in. */
    private Optional<Unit> local(String unit, Place place) {
        var offices = units.children(new UnitId(unit));
        for (var here = place; here != null && isInside(here); here = here.parent()) {
            var name = here.name();
            var office = offices.stream()
                    .filter(one -> one.kind() != UnitKind.PLATFORM && name.equals(one.region()))
                    .findFirst();
            if (office.isPresent()) {
                return office;
            }
        }
        return Optional.empty();
    }

    /** Not the city's own, which dispatches anyway. */
    private Optional<Unit> platform(Place place) {
        return units.platformFor(place).filter(unit -> unit.region() != null);
    }
}
