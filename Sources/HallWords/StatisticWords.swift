import HallModel
import HallSyntax

extension Statistic {
  /// What is counted, in a few words.
  package var phrase: Phrase {
    switch self {
    case .stageCollected: Stage.collected.phrase
    case .stageProposed: Stage.proposed.phrase
    case .stageSummoned: Stage.summoned.phrase
    case .stageDeliberated: Stage.deliberated.phrase
    case .stageImplementing: Stage.implementing.phrase
    case .stageClosed: Stage.closed.phrase
    case .stageRevisited: Stage.revisited.phrase
    case .closed: Phrase(zh: "期内结案", en: "closed in the period")
    case .resolved: Phrase(zh: "解决率", en: "resolution")
    case .onTimeFirst: Phrase(zh: "按期完成（按最初的期限）", en: "on time, as first decided")
    case .onTimeExtended: Phrase(zh: "按期完成（按延期后的期限）", en: "on time, as extended")
    case .answered: Phrase(zh: "响应率", en: "response")
    case .overdue: Phrase(zh: "现在逾期", en: "overdue now")
    case .satisfied: Phrase(zh: "满意率（含基本满意）", en: "satisfied, fairly or fully")
    case .fullySatisfied: Phrase(zh: "满意率（只算满意）", en: "fully satisfied")
    case .held: Phrase(zh: "开成的会议", en: "meetings held")
    case .attended: Phrase(zh: "到会率", en: "attendance")
    case .turnoutOfOwners: Phrase(zh: "业主参与率（户数）", en: "owners' turnout by heads")
    case .turnoutByArea: Phrase(zh: "业主参与率（面积）", en: "owners' turnout by area")
    case .turnoutOfMembers: Phrase(zh: "成员参与率（人数）", en: "members' turnout by heads")
    case .inForce: DecisionStanding.inForce.phrase
    case .superseded: DecisionStanding.superseded.phrase
    case .consultation: DecisionStanding.consultation.phrase
    case .notCarried: DecisionStanding.notCarried.phrase
    case .undetermined: DecisionStanding.undetermined.phrase
    }
  }

  /// The numerator and the denominator, in one sentence.
  package var basis: Phrase {
    switch self {
    case .stageCollected, .stageProposed, .stageSummoned, .stageDeliberated, .stageImplementing,
      .stageClosed, .stageRevisited:
      Phrase(
        zh: "期内收集的问题里，现在最远到了这一步的。",
        en: "Of the matters collected in the period, those that have come as far as this by now.")
    case .closed:
      Phrase(
        zh: "期内在手的问题（期末以前收集、期初以前没有结案）里，期内结案的。",
        en: "Of the matters in hand in the period (collected by its end and not closed before it),"
          + " those closed in it.")
    case .resolved:
      Phrase(
        zh: "期内收集的问题里，现在已经结案、没有重开的。",
        en: "Of the matters collected in the period, those that are closed by now.")
    case .onTimeFirst:
      Phrase(
        zh: "最初的期限已过的任务里，当天或以前完成的。",
        en: "Of the tasks whose first due day is past, those done by that day.")
    case .onTimeExtended:
      Phrase(
        zh: "最后一次延期（没有延期的，按期限）已过的任务里，当天或以前完成的。",
        en: "Of the tasks whose due day, as last extended, is past, those done by that day.")
    case .answered:
      Phrase(
        zh: "吹哨叫来的单位里，响应期限已过的，当天或以前到场的；限到几点、报到也记了几点的，按钟点。",
        en: "Of the answers to a whistle whose first due day is past, those given by that day.")
    case .overdue:
      Phrase(
        zh: "还没完成、有期限的任务里，期限已过的。",
        en: "Of the open tasks that have a due day, those past it.")
    case .satisfied:
      Phrase(
        zh: "有答复的回访里，答满意或基本满意的。",
        en: "Of the revisits with an answer, those satisfied or fairly satisfied.")
    case .fullySatisfied:
      Phrase(
        zh: "有答复的回访里，答满意的。", en: "Of the revisits with an answer, those satisfied.")
    case .held:
      Phrase(
        zh: "日子已到的会议里，开成的；其余是取消、改期的，或还没写明已召开。",
        en: "Of the meetings whose day has come, those held.")
    case .attended:
      Phrase(
        zh: "开成的会议里，到会的人次，比到会、缺席、请假的人次之和；列席和邀请的不算。",
        en: "In the meetings held, people present, of those present, absent or excused; observers"
          + " and guests are not counted.")
    case .turnoutOfOwners:
      Phrase(
        zh: "有最低参与要求的业主表决，参与的户数加起来，比应参与的户数；未表态的不算参与。",
        en: "In owners' votes under a quorum, heads participating of those entitled, added up;"
          + " silent ballots take no part.")
    case .turnoutByArea:
      Phrase(
        zh: "有最低参与要求的业主表决，参与的面积（㎡）加起来，比应参与的面积；未表态的不算参与。",
        en: "In owners' votes under a quorum, square metres participating of those entitled, added"
          + " up; silent ballots take no part.")
    case .turnoutOfMembers:
      Phrase(
        zh: "有最低参与要求的成员表决（居民会议、代表会议、委员会等），参与的人次比应到的人次。",
        en: "In other votes under a quorum (assemblies, representatives, committees), heads"
          + " participating of those entitled, added up.")
    case .inForce, .superseded, .consultation, .notCarried, .undetermined:
      Phrase(
        zh: "期内开成的会议的决议里，现在是这种效力的。",
        en: "Of the decisions of meetings held in the period, those that have that standing now.")
    }
  }

  /// A figure as shown: a number, or square metres with their decimals.
  package func text(_ number: Int128) -> String {
    self == .turnoutByArea ? Area(units: number).text : String(number)
  }

  /// The unit of the figures in machine formats.
  package var unit: String {
    switch self {
    case .turnoutByArea: "square_metres"
    case .turnoutOfOwners, .turnoutOfMembers, .attended: "heads"
    default: subject.rawValue
    }
  }
}

extension Statistic.Subject {
  package var rawValue: String {
    switch self {
    case .matters: "matters"
    case .tasks: "tasks"
    case .revisits: "revisits"
    case .meetings: "meetings"
    case .votes: "votes"
    case .decisions: "decisions"
    }
  }

  package var phrase: Phrase {
    switch self {
    case .matters: Phrase(zh: "问题", en: "Matters")
    case .tasks: Phrase(zh: "任务", en: "Tasks")
    case .revisits: Phrase(zh: "回访", en: "Revisits")
    case .meetings: Phrase(zh: "会议", en: "Meetings")
    case .votes: Phrase(zh: "表决", en: "Votes")
    case .decisions: Phrase(zh: "决议", en: "Decisions")
    }
  }
}
