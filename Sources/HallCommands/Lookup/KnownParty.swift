import HallModel
import HallStore
import HallSyntax
import HallWords

extension [LoadedHall] {
  /// Refuses a party that neither the halls nor their meetings define: an empty answer would look like a
  /// good day.
  func requireParty(_ party: String) throws(Refusal) {
    let known = flatMap { loaded in
      ([loaded.hall.charter.parties] + loaded.hall.meetings.map(\.parties))
        .flatMap { $0.parties.map(\.name) }
    }
    guard !isEmpty, !known.contains(party) else { return }
    var names: [String] = []
    for name in known where !names.contains(name) { names.append(name) }
    throw .unknownParty(party, among: names)
  }
}
