import HallModel
import HallSyntax
import HallWords

/// The kinds of things to list, in either language.
enum ListKind: String, CaseIterable {
  case meetings, matters, decisions, tasks

  /// The kind that a word names: 会议, `meetings` or `meeting`.
  init?(named word: String) {
    let kind = ListKind.allCases.first {
      $0.rawValue == word || $0.word == word || $0.rawValue.dropLast() == word
    }
    guard let kind else { return nil }
    self = kind
  }

  var word: String {
    switch self {
    case .meetings: "会议"
    case .matters: "问题"
    case .decisions: "决议"
    case .tasks: "任务"
    }
  }

  /// What its things may be like.
  var statuses: [ListStatus] {
    switch self {
    case .meetings:
      Vocabulary.keywords(in: .status).map { keyword in
        let entry = Vocabulary.entry(of: keyword)
        return ListStatus(keyword.machineName, (entry?.zh ?? []) + (entry?.en ?? []))
      }
    case .matters:
      Stage.allCases.map { stage in
        ListStatus(
          stage.rawValue, [stage.phrase.zh, stage.keyword.word(.zh), stage.keyword.word(.en)])
      }
    case .decisions:
      [
        DecisionStanding.inForce, .superseded, .consultation, .notCarried, .undetermined,
        .pending, .settlement, .setAside,
      ]
      .map { ListStatus($0.rawValue, [$0.phrase.zh, $0.phrase.en]) }
    case .tasks:
      [
        ListStatus("open", ["未完成", "open"]), ListStatus("done", ["完成", "已完成", "done"]),
        ListStatus("cancelled", ["取消", "cancelled"]), ListStatus("overdue", ["逾期", "overdue"]),
      ]
    }
  }
}

/// A status that a list can be limited to.
struct ListStatus {
  /// The name in machine formats.
  let name: String
  /// The words that mean it, the usual Chinese one first.
  let words: [String]

  init(_ name: String, _ words: [String]) { (self.name, self.words) = (name, words) }

  var phrase: Phrase { Phrase(zh: words[0], en: name) }
  var choice: ListedWord { ListedWord(phrase) }
}
