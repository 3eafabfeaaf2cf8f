import HallModel
import HallSyntax
import HallWords

extension Change {
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
    guard sense != .done || day <= today else {
      throw .refused(
        Phrase(
          zh: "\(DateWords.Fault.of(name))「\(text)」是 \(DayText.withWeekday(day, .zh))，还没有到；什么也没有写",
          en: "'\(text)', for \(name), is \(DayText.withWeekday(day, .en)), which is still to come;"
            + " nothing was written"),
        hint: Phrase(zh: "写已经到了的日子", en: "write today or an earlier day"))
    }
    return day
  }
}
