import HallModel
import HallSyntax
import HallWords

extension Change {
  /// The hour that it is now, where the hall is.
  var clock: TimeOfDay {
    ClockReading(session.world.now, offset: session.world.offset(charter)).time
  }

  /// The day that a text means, in any supported wording.
  ///
  /// - Parameters:
  ///   - name: the name of the day in messages, as in `--due`.
  ///   - sense: whether it is a future or a past day.
  package func day(
    _ text: String, _ name: String, _ sense: DateWords.Sense
  ) throws(Refusal) -> Day {
    let words = DateWords(today: today, sense: sense, charter: charter)
    let day: Day
    do throws(DateWords.Fault) { day = try words.day(text) } catch {
      throw .date(text, name: name, error)
    }
    try requireReached(day, text, name, sense)
    return day
  }

  /// The day that a text means, and the hours if it says any.
  package func moment(
    _ spoken: SpokenDay, _ sense: DateWords.Sense
  ) throws(Refusal) -> DateWords.Moment {
    let words = DateWords(today: today, sense: sense, charter: charter)
    let moment: DateWords.Moment
    do throws(DateWords.Fault) { moment = try words.moment(spoken.text) } catch {
      throw .date(spoken.text, name: spoken.name, error)
    }
    try requireReached(moment.day, spoken.text, spoken.name, sense)
    return moment
  }

  /// When something in a log took place: a day that has come, and an hour if one is said; by default,
  /// today.
  package func loggedMoment(_ spoken: SpokenDay?) throws(Refusal) -> DateWords.Moment {
    guard let spoken else { return DateWords.Moment(today) }
    return try moment(spoken, .done)
  }

  /// How to read a due day of something that a meeting decided: after the meeting, if it was held.
  package func due(after meeting: Meeting) -> DateWords.Sense {
    guard meeting.isHeld, let day = meeting.day, day <= today else { return .due }
    return .dueAfter(day)
  }

  private func requireReached(
    _ day: Day, _ text: String, _ name: String, _ sense: DateWords.Sense
  ) throws(Refusal) {
    guard sense != .done || day <= today else {
      throw .refused(
        Phrase(
          zh: "\(DateWords.Fault.of(name))「\(text)」是 \(DayText.withWeekday(day, .zh))，还没有到；什么也没有写",
          en: "'\(text)', for \(name), is \(DayText.withWeekday(day, .en)), which is still to come;"
            + " nothing was written"),
        hint: Phrase(zh: "写已经到了的日子", en: "write today or an earlier day"))
    }
  }
}
