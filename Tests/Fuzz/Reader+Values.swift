import HallModel
import HallSyntax
import HallWords

/// Values of one line. What was read and is written again must be read as the same.
extension Reader {
  private static let calendar = charter.calendar ?? WorkCalendar()
  private static let dates = [DateWords.Sense.due, .done, .meeting, .bound].map {
    DateWords(today: today, sense: $0, charter: charter)
  }

  static let values: [Reader] = [
    Reader("identifier", .phrase(.identifier), 80) { input in
      let slice = input.bytes[...]
      let query = IdentifierQuery(input.text)
      if let id = try? DocumentID(reading: slice) {
        guard (try? DocumentID(reading: Slice(id.text))) == id else {
          return "not \(id.text) again"
        }
        guard query?.isFull == true, query?.isAbout(id) == true else {
          return "no query: \(id.text)"
        }
      }
      if let id = try? PartID(reading: slice) {
        guard (try? PartID(reading: Slice(id.text))) == id else { return "not \(id.text) again" }
        guard query?.isFull == true else { return "no query: \(id.text)" }
      }
      return nil
    },
    Reader("day", .phrase(.day), 110) { input in
      let slice = input.bytes[...]
      _ = try? StepDay(reading: slice)
      _ = try? ZoneOffset(reading: slice)
      if let day = try? Day(reading: slice) {
        guard (try? Day(reading: Slice(day.iso))) == day else { return "not \(day.iso) again" }
      }
      if let moment = try? Moment(reading: slice) {
        guard (try? Moment(reading: Slice(moment.text))) == moment else {
          return "not \(moment.text) again"
        }
      }
      for language in [Language.zh, .en] {
        if let period = try? Period(reading: slice) {
          let text = period.text(language)
          guard period.start <= period.end, (try? Period(reading: Slice(text))) == period else {
            return "not \(text) again"
          }
        }
        if let length = try? Length(reading: slice) {
          let text = length.text(language)
          guard (try? Length(reading: Slice(text))) == length else { return "not \(text) again" }
          _ = calendar.end(of: length, from: today)
        }
      }
      return nil
    },
    Reader("date words", .phrase(.day), 60) { input in
      let text = input.text
      for words in dates {
        guard let moment = try? words.moment(text) else { continue }
        guard Day.first <= moment.day, moment.day <= Day.last else { return "a day of no year" }
        guard (try? words.day(moment.day.iso)) == moment.day else { return "not \(moment.day.iso)" }
        guard let hours = moment.hours else { continue }
        guard HourWords.written(hours) == hours else { return "not \(hours) again" }
      }
      _ = dates[0].isWrittenOut(text)
      _ = DateWords.length(text)
      for sense in [DateWords.PeriodSense.ahead, .before(meeting: today), .after(today)] {
        let period = try? DateWords.period(
          from: text, to: String(decoding: input.other, as: UTF8.self), sense, today: today,
          charter: charter)
        if let period, period.start > period.end { return "a period that ends first" }
      }
      return nil
    },
    Reader("amount", .phrase(.amount), 100) { input in
      let slice = input.bytes[...]
      _ = try? Count(reading: slice)
      _ = try? RuleLeg.list(reading: slice)
      let sum = NamedSum(slice)
      guard slice.indices.contains(sum.names.indices) else { return "names of elsewhere" }
      if let area = try? Area(reading: slice) {
        guard (try? Area(reading: Slice(area.text))) == area else {
          return "not \(area.text) again"
        }
      }
      if let minutes = try? Minutes(reading: slice), minutes.count <= 600_000 {
        let text = minutes.text(.en)
        guard (try? Minutes(reading: Slice(text))) == minutes else { return "not \(text) again" }
      }
      guard let share = try? ShareCount(reading: slice) else { return nil }
      for language in [Language.zh, .en] {
        let text = share.text(language)
        guard (try? ShareCount(reading: Slice(text))) == share else { return "not \(text) again" }
      }
      return nil
    },
    Reader("name", .phrase(.name), 60) { input in
      let slice = input.bytes[...]
      var end = 0
      for part in NameList.split(slice) {
        guard !part.isEmpty, part.startIndex >= end, part.endIndex <= slice.count else {
          return "parts that overlap"
        }
        end = part.endIndex
      }
      for element in NameList(slice).elements {
        let name = FullWidth.name(element.name)
        guard FullWidth.name(Slice(name)) == name else { return "a name with two forms" }
        _ = charter.roster.hasPerson(name)
      }
      _ = try? Delegation(reading: slice)
      _ = try? PersonAndTime(reading: slice)
      _ = TimeAndText(slice)
      _ = charter.person(slice).text
      _ = Suggestion.nearest(to: String(input.text.prefix(40)), among: ["居民", "物业", "Ann Lee"])
      return nil
    },
  ]
}

extension Range<Int> {
  /// Whether another range lies within this one.
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    other.lowerBound >= lowerBound && other.upperBound <= upperBound
  }
}
