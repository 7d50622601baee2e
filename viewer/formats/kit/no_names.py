"""Words that stand before colons like names, and are nobody's."""

from typing import Final

#: In lower case.
NO_NAMES: Final = frozenset({
    "also", "answer", "attention", "because", "breaking", "but", "captions", "caution", "chapter",
    "conclusion", "credits", "date", "day", "definition", "edit", "eg", "episode", "example",
    "fact", "finally", "first", "fyi", "hint", "http", "https", "ie", "important", "lesson",
    "location", "meaning", "music", "nb", "next", "note", "notes", "now", "number", "part",
    "plus", "point", "problem", "ps", "question", "re", "remember", "reminder", "result", "rule",
    "scene", "second", "seconds", "section", "so", "solution", "source", "sources", "spoiler",
    "step", "subtitle", "subtitles", "summary", "third", "time", "tip", "title", "today",
    "tomorrow", "translation", "update", "warning", "week", "yesterday",
    "所以", "但是", "因为", "因為", "问题", "問題", "注意", "结论", "結論", "比如", "例如", "首先",
    "其次", "最后", "最後", "总之", "總之", "例えば", "つまり", "ちなみに", "例",
    # Headings of recipes, minutes and lists.
    "abstract", "action", "actions", "address", "agenda", "attendees", "background", "benefits",
    "cons", "contact", "cost", "deadline", "decision", "decisions", "details", "directions",
    "disclaimer", "duration", "email", "equipment", "features", "goal", "goals", "hours",
    "ingredient", "ingredients", "input", "instructions", "intro", "introduction", "keywords",
    "length", "materials", "method", "objective", "objectives", "output",
    "outro", "oven", "overview", "participants", "phone", "preparation", "pros",
    "purpose", "requirements", "serve", "serves", "servings", "size", "sponsor", "sponsors",
    "status", "subject", "tools", "topic", "topics", "total", "usage", "utensils", "website",
    "weight", "yield",
    "achtung", "antwort", "beispiel", "datum", "dauer", "fazit", "frage", "hinweis",
    "tagesordnung", "thema", "wichtig", "zeit", "ziel", "zubereitung", "zutaten",
    "durée", "exemple", "ingrédients", "lieu", "préparation", "remarque", "réponse", "sujet",
    "conclusión", "ejemplo", "fecha", "ingredientes", "lugar", "nota", "pregunta", "preparación",
    "respuesta", "tema", "domanda", "esempio", "ingredienti", "preparazione", "risposta",
    "exemplo", "pergunta", "preparo", "resposta",
    "важно", "внимание", "вопрос", "ингредиенты", "итог", "например", "ответ", "пример",
    "приготовление", "примечание", "тема", "цель",
    "材料", "用料", "做法", "步骤", "步驟", "作り方", "質問", "回答",
})  # fmt: skip
