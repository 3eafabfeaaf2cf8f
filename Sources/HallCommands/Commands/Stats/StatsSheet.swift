import HallModel
import HallStore
import HallSyntax
import HallWords

/// One row of figures: of a hall, of a part of it, or, without a hall, of all halls together.
struct StatsRow {
  var loaded: LoadedHall?
  var party: String?
  var person: String?
  var month: String?
  var shares: [Statistic: Share]

  var isEmpty: Bool { shares.values.allSatisfy { $0.whole == 0 && $0.leftOut == 0 } }
}

/// The request, and the answer.
struct StatsSheet {
  var rows: [StatsRow] = []
  let halls: [LoadedHall]
  let grouping: StatsGrouping?
  let party: String?
  let person: String?
  let today: Day
  let from: Day?
  let to: Day?

  /// Votes and decisions do not belong to a person.
  var statistics: [Statistic] {
    let isOfPeople =
      party != nil || person != nil || grouping == .party || grouping == .person
    return Statistic.allCases.filter { !isOfPeople || $0.isOfPeople }
  }
}

enum StatsGrouping: String, CaseIterable {
  case party, person, month

  var words: [String] {
    switch self {
    case .party: ["方", "各方"]
    case .person: ["人", "个人"]
    case .month: ["月", "月份"]
    }
  }
}
