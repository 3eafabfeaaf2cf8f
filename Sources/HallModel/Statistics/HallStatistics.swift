import HallSyntax

/// The figures of one hall: everything that counts towards a statistic, and the sums by period,
/// party, person and month.
package struct HallStatistics: Sendable {
  private let observations: [Observation]
  private let parties: [String]

  /// - Parameter today: the day that decides what is overdue.
  package init(_ hall: Hall, today: Day) {
    observations = ObservationReader.read(hall, today: today)
    parties = hall.charter.parties.parties.map(\.name)
  }

  private init(_ observations: [Observation], parties: [String]) {
    self.observations = observations
    self.parties = parties
  }

  /// Only what belongs to a party, or to a person.
  package func narrowed(party: String?, person: String?) -> HallStatistics {
    guard party != nil || person != nil else { return self }
    let mine = observations.filter { observation in
      guard observation.statistic.isOfPeople, let who = observation.who else { return false }
      return (party == nil || who.party == party) && (person.map(who.isNamed) ?? true)
    }
    return HallStatistics(mine, parties: parties)
  }

  /// The figures of a period; without a period, of everything. Anything without a day is in no
  /// period.
  package func shares(in period: Period?) -> [Statistic: Share] {
    var shares: [Statistic: Share] = [:]
    for observation in observations {
      guard let share = observation.share(in: period) else { continue }
      shares[observation.statistic, default: Share()] += share
    }
    return shares
  }

  /// The parties that something belongs to: the hall's own in its order, then others by name, then
  /// what belongs to no party, such as a matter that was raised anonymously.
  package func byParty() -> [(party: String?, statistics: HallStatistics)] {
    let groups = Dictionary(grouping: observations.filter(\.statistic.isOfPeople)) {
      $0.who?.party
    }
    let named = groups.keys.compactMap { $0 }
    let others = Set(named).subtracting(parties).sorted()
    let nobodys: [String?] = groups[nil] == nil ? [] : [nil]
    return (parties.filter(named.contains) + others + nobodys).map {
      ($0, HallStatistics(groups[$0] ?? [], parties: parties))
    }
  }

  /// The people and units that something belongs to, by their party and name.
  package func byPerson() -> [(person: Person, statistics: HallStatistics)] {
    struct Key: Hashable { let party: String?, name: String }
    var groups: [Key: [Observation]] = [:]
    for observation in observations where observation.statistic.isOfPeople {
      guard let who = observation.who, let name = who.name else { continue }
      groups[Key(party: who.party, name: name), default: []].append(observation)
    }
    func order(_ party: String?) -> Int {
      party.map { parties.firstIndex(of: $0) ?? parties.count } ?? parties.count + 1
    }
    let keys = groups.keys.sorted {
      (order($0.party), $0.party ?? "", $0.name) < (order($1.party), $1.party ?? "", $1.name)
    }
    return keys.map { key in
      let person = Person(party: key.party, name: key.name, hasWrittenParty: true)
      return (person, HallStatistics(groups[key] ?? [], parties: parties))
    }
  }

  /// The months within a period, from the first to the last that contains something.
  package func months(in period: Period?, until today: Day) -> [Period] {
    let days = observations.flatMap(\.days)
    // An open end of the period becomes the first day with any entry, or today.
    let start = period.map(\.start).flatMap { $0 == .first ? nil : $0 }
    let end = period.map(\.end).flatMap { $0 == .last ? nil : $0 }
    guard let first = start ?? days.min() else { return [] }
    let last = end ?? max(first, today)
    var months: [Period] = []
    var day = first
    // A mistyped year must not make thousands of lines.
    while day <= last, months.count < 1200 {
      let (year, month, _) = day.components
      let length = Day.length(ofMonth: month, year: year)
      guard let end = Day(year: year, month: month, day: length) else { break }
      months.append(Period(start: day, end: min(end, last)))
      guard end < Day.last else { break }
      day = end + 1
    }
    return months
  }
}
