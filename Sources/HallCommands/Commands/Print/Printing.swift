import HallHistory
import HallModel
import HallPages
import HallStore
import HallSyntax
import HallWords
import HallWork

/// Fills a form in from the record.
struct Printing: Speaking {
  let subject: PrintSubject
  let today: Day
  let language: Language
  /// Which vote of the item, from 1; nil for the last.
  let vote: String?

  private var loaded: LoadedHall { subject.loaded }

  /// What is not as it should be, and printed all the same.
  var remarks: [Phrase] {
    if subject.form == .ballots, case .item(let meeting, let item) = subject.thing,
      let vote = try? self.vote(of: item)
    {
      return ballotRemarks(vote, meeting)
    }
    guard subject.form == .minutes, case .meeting(let meeting) = subject.thing, !meeting.isApproved
    else { return [] }
    return [
      Phrase(zh: "注意：这次会议的记录还没有确认", en: "note: these minutes are not approved yet")
    ]
  }

  /// Ballots go by the roster; whoever prints them has to know where it has fewer or more than the vote.
  private func ballotRemarks(_ vote: Vote, _ meeting: Meeting) -> [Phrase] {
    let source = FormSource(loaded.hall, today: today, language, origin: nil)
    let printed = source.ballotCount(vote, in: meeting)
    let entitled = vote.count(.entitled)?.heads.map { Int($0) }
    var remarks: [Phrase] = []
    if printed == 0 {
      remarks.append(
        Phrase(
          zh: "注意：没有名册，印了一张空白的，照着复印", en: "note: there is no roster; copy the one blank ballot"))
    } else if let entitled, entitled != printed {
      remarks.append(
        Phrase(
          zh: "注意：按名册印了 \(printed) 张，这次表决应到 \(entitled)",
          en: "note: \(printed) ballots by the roster, \(entitled) are entitled"))
    }
    if let scope = vote.text(.scope), printed > 0 {
      remarks.append(
        Phrase(
          zh: "注意：这次表决只限「\(scope)」，票按整个名册印，不在里面的请抽掉",
          en: "note: the vote is limited to '\(scope)'; take out the ballots of others"))
    }
    return remarks
  }

  func sheet() throws(Refusal) -> Sheet {
    let form = subject.form
    let source = FormSource(loaded.hall, today: today, language, origin: try origin)
    let (content, name) = try content(source)
    let blocks = try template().filled(with: content)
    var sheet = Sheet(name + "-" + form.name[language], language, blocks)
    if form == .minutes, case .meeting(let meeting) = subject.thing, !meeting.isApproved,
      let title = sheet.blocks.firstIndex(where: { if case .title = $0 { true } else { false } })
    {
      sheet.blocks.insert(
        .small(say("（草稿，还没有确认）", "(draft, not approved)")), at: title + 1)
    }
    sheet.layout = form.layout
    sheet.foot = form == .ballots ? nil : source.foot
    return sheet
  }

  /// The hall's own text of the form, else the program's.
  private func template() throws(Refusal) -> FormTemplate {
    do throws(StoreFailure) {
      if let own = try loaded.folder.form(subject.form.rawValue) {
        return FormTemplate(path: own.path, bytes: own.bytes)
      }
    } catch {
      throw .store(error)
    }
    return subject.form.template(language)
  }

  /// What the form is filled with, and what its file is called after.
  private func content(_ source: FormSource) throws(Refusal) -> (FormContent, String) {
    let hall = loaded.hall
    switch subject.thing {
    case .meeting(let meeting):
      let notice = NoticeText(
        meeting, language: language, today: today, was: ToldMoment.before(meeting, in: loaded),
        goesOnWith: meeting.adjournedFrom.flatMap(hall.meeting))
      return (source.content(of: meeting, notice: notice), meeting.name)
    case .item(let meeting, let item):
      let vote = try self.vote(of: item)
      if subject.form == .result, !vote.hasCounts {
        throw .refused(
          Phrase(
            zh: "「\(vote.title)」还没有计票，没有结果可以公告",
            en: "'\(vote.title)' is not counted yet: there is no result"),
          hint: Phrase(zh: "先记票：hall 表决", en: "record the counts first: hall vote"))
      }
      let name = Reference.item(meeting, item).identifier.replacing("#", with: "-")
      return (source.content(of: vote, in: meeting), name)
    case .decision(let meeting, let decision):
      return (
        source.content(of: decision, in: meeting), Reference.decision(meeting, decision).identifier
      )
    case .matter(let matter): return (source.content(of: matter), matter.name)
    case .tasks(let tasks, let scope): return (source.content(of: tasks, scope: scope), scope)
    case .party(let name):
      let owed = try hall.owed(by: name, within: nil, today: today)
      guard !owed.isEmpty else {
        throw .refused(
          Phrase(zh: "「\(name)」没有逾期的任务，不用催办", en: "'\(name)' has nothing overdue"))
      }
      let debtor = Debtor(hall.charter.person(Slice(name)), owed)
      return (
        source.content(of: UrgeLetter(debtor, of: hall.charter, today: today, language)), name
      )
    }
  }

  private func vote(of item: AgendaItem) throws(Refusal) -> Vote {
    let votes = item.votes
    guard let last = votes.last else {
      throw .refused(Phrase(zh: "议题「\(item.title)」没有表决", en: "item '\(item.title)' has no vote"))
    }
    guard let vote else { return last }
    guard let number = Int(FullWidth.name(Slice(vote))), votes.indices.contains(number - 1) else {
      throw .refused(
        Phrase(
          zh: "没有第「\(vote)」次表决，这项议题有 \(votes.count) 次",
          en: "there is no vote '\(vote)'; the item has \(votes.count)"))
    }
    return votes[number - 1]
  }

  /// The document it is printed from; nil where it is from several.
  private var origin: Origin? {
    get throws(Refusal) {
      let document: Document
      switch subject.thing {
      case .meeting(let meeting), .item(let meeting, _), .decision(let meeting, _):
        document = meeting.document
      case .matter(let matter): document = matter.document
      case .tasks, .party: return nil
      }
      var revision: Int?
      if let place = HistoryPlace(of: document) {
        revision = try loaded.ledger(of: place).revisions.last?.number
      }
      return Origin(
        file: document.path, revision: revision, digest: SHA256.hex(of: document.bytes))
    }
  }
}
