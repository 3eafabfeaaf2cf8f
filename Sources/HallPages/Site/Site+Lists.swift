import HallModel
import HallSyntax
import HallWords

/// Pages that list things.
extension Site {
  func list(_ path: String) -> SitePage {
    switch path {
    case "decisions.html":
      return SitePage(
        path: path, title: say("决议", "Decisions"),
        blocks: [.entries(decisions.map { entry($0.decision, of: $0.meeting) })], isSearched: false)
    case "meetings.html":
      let sorted = meetings.sorted { ($0.day ?? .first) > ($1.day ?? .first) }
      return SitePage(
        path: path, title: say("会议", "Meetings"),
        blocks: [
          .entries(
            sorted.map { meeting in
              (
                self.path(.meeting(meeting)), source.shown(meeting.title),
                [meeting.moment.map(source.when), meeting.status?.word(language)].compactMap(\.self)
                  .joined(separator: say("；", "; "))
              )
            })
        ], isSearched: false)
    default:
      return SitePage(
        path: path, title: say("问题", "Matters"),
        blocks: [
          .entries(
            hall.matters.reversed().map { matter in
              (
                self.path(.matter(matter)), source.shown(matter.title),
                hall.state(of: matter, on: today).stage.phrase[language]
              )
            })
        ], isSearched: false)
    }
  }

  var parties: SitePage {
    SitePage(
      path: "parties.html", title: say("各方", "Parties"),
      blocks: hall.charter.parties.parties.flatMap { party -> [SitePage.Block] in
        let tasks = self.tasks.filter { _, task in
          task.state == .open
            && task.leads.contains { hall.charter.person($0).party == party.name }
        }
        return [.sheet(.heading(source.shown(party.name)))]
          + (tasks.isEmpty
            ? [.sheet(.text(say("没有未办完的事。", "Nothing open.")))]
            : [.sheet(.table(source.table(of: tasks, isShort: true)))])
      }, isSearched: false)
  }
}
