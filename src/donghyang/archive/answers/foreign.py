def latin_places(): return {}
def chinese(plain, day): 
    from donghyang.archive.answers.question import Question
    return Question(plain,"zh",None,(),(),(),False)
def english(plain, day): 
    from donghyang.archive.answers.question import Question
    return Question(plain,"en",None,(),(),(),False)
