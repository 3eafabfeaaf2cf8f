import HallModel
import HallSyntax
import HallWords

/// The kinds of things to list, in either language.
enum ListKind: String, CaseIterable {
  case meetings, matters, decisions, tasks

  var word: String {
    switch self {
    case .meetings: "会议"
    case .matters: "问题"
    case .decisions: "决议"
    case .tasks: "任务"
    }
  }
}
